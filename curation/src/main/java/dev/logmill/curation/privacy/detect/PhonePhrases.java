package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What calls a number a phone other than by one word of {@link PhoneCues}: "reach me at", "M:", a word within others that no space parts. */
final class PhonePhrases {
    private static final int REACH = 16;
    private static final int ADJACENT = 2;

    private static final Set<String> ANSWERING = Set.of(
            "at", "on", "al", "au", "unter", "is", "allo", "no", "ao", "op", "på", "pod", "under", "na", "para", "o");
    private static final List<String> AT_NUMBER = List.of(
            " under the ",
            " on the ",
            " at the ",
            "unter der ",
            " pod ",
            " au ",
            " al ",
            " no ",
            " på ",
            " op ",
            " op het ",
            " по ");
    private static final List<String> PORTABLE = List.of(
            "portable c'est",
            "portable c\u2019est",
            "portable est",
            "portable c'est le",
            "portable c\u2019est le",
            "portable est le");
    private static final List<String> WHOSE = List.of("my ", "his ", "her ");

    private PhonePhrases() {}

    /** What a word, and what stands before it, say of a number that begins behind it. */
    static PhoneCues.Said of(String text, int word, int end, int number) {
        boolean phone = isShort(text, word, end)
                || PhoneLetter.is(text, word, end, number)
                || isLetter(text, word, end, number)
                || isContact(text, word, end, number)
                || isPoint(text, word, end)
                || isAnswering(text, word, end, number);
        return phone ? PhoneCues.Said.PHONE : within(text, word, end);
    }

    /** Whether a word right before may call a number a phone: it is one where some country has it. */
    static boolean isPerhaps(String text, int start) {
        int end = start;
        while (end > 0 && start - end < 2 && " :".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int word = end;
        while (word > 0 && end - word < REACH && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        String said = text.substring(word, end).toLowerCase(Locale.ROOT);
        // In France all begin with a zero.
        return end < start
                && (said.equals("text")
                        || isPhone(text, word, end)
                        || isWriteTo(text, end)
                        || (text.charAt(start) == '0' && isPortable(text, end))
                        || (said.equals("portable") && text.charAt(start) == '0')
                        || (PhoneWords.NUMBERS.contains(said) && isBehindAt(text, word)));
    }

    /** "ph 07911...", but not how sour something is. */
    private static boolean isPhone(String text, int word, int end) {
        return end - word == 2
                && text.regionMatches(true, word, "ph", 0, 2)
                && !text.startsWith("pH", word)
                && !Letters.wordBefore(text, word);
    }

    /** "Mon portable c'est le 06...". */
    private static boolean isPortable(String text, int end) {
        String before = text.substring(Math.max(0, end - REACH - 5), end).toLowerCase(Locale.ROOT);
        return PORTABLE.stream().anyMatch(before::endsWith);
    }

    private static boolean isWriteTo(String text, int end) {
        String before = text.substring(Math.max(0, end - REACH - 1), end).toLowerCase(Locale.ROOT);
        return PhoneVerbs.WRITE_TO.stream().anyMatch(before::endsWith);
    }

    /** "Under the number", "pod numerem", "au numéro". */
    private static boolean isBehindAt(String text, int word) {
        String before = text.substring(Math.max(0, word - REACH), word).toLowerCase(Locale.ROOT);
        return AT_NUMBER.stream().anyMatch(before::endsWith);
    }

    /** "Contact no. 98450 12345", "ph no", "my no is". */
    private static boolean isContact(String text, int word, int end, int number) {
        String said = text.substring(word, end).toLowerCase(Locale.ROOT);
        boolean counted = number - end < 6 && text.startsWith(" no", end);
        return (counted && (said.equals("contact") || said.equals("cont") || said.equals("ph")))
                || (said.equals("contact") && text.startsWith(": ", end) && number == end + 2)
                || (said.equals("no") && WHOSE.stream().anyMatch(whose -> isBehind(text, word, whose)));
    }

    /** In scripts that no space parts words in, what was said last. */
    private static PhoneCues.Said within(String text, int word, int end) {
        // Most words are of letters that none of these has.
        if (text.charAt(end - 1) < '\u0e00') {
            return PhoneCues.Said.NOTHING;
        }
        String said = text.substring(word, end);
        int phone = last(said, PhoneWords.WITHIN);
        int other = last(said, PhoneWords.OTHER_WITHIN);
        if (phone == other) {
            return PhoneCues.Said.NOTHING;
        }
        return phone > other ? PhoneCues.Said.PHONE : PhoneCues.Said.OTHER;
    }

    private static int last(String said, List<String> parts) {
        return parts.stream().mapToInt(said::lastIndexOf).max().orElse(-1);
    }

    private static boolean isBehind(String text, int word, String before) {
        return text.regionMatches(true, word - before.length(), before, 0, before.length());
    }

    /** "Kom. 601 234 567", "no HP 0812..." and "direct line", which are other words elsewhere. */
    private static boolean isPoint(String text, int word, int end) {
        boolean polish = end - word == 3 && text.regionMatches(true, word, "kom", 0, 3) && text.startsWith(".", end);
        boolean indonesian = end - word == 2
                && text.regionMatches(true, word, "hp", 0, 2)
                && (isBehind(text, word, "no ") || isBehind(text, word, "nomor "));
        boolean direct = (text.startsWith("directe", word) && isBehind(text, word, "ligne "))
                || (text.startsWith("line", word) && isBehind(text, word, "direct "));
        return polish || indonesian || direct;
    }

    /** "M: 07911 123456", as people sign. */
    private static boolean isLetter(String text, int word, int end, int start) {
        return end - word == 1
                && "MTPF".indexOf(text.charAt(word)) >= 0
                && text.startsWith(": ", end)
                && start == end + 2
                && ("+(0".indexOf(text.charAt(start)) >= 0 || isIndianMobile(text, start))
                && !Letters.wordBefore(text, word);
    }

    /** Ten digits, of which the first is at least six. */
    private static boolean isIndianMobile(String text, int start) {
        int end = start;
        while (Letters.digitAt(text, end)) {
            end++;
        }
        return end - start == 10 && text.charAt(start) >= '6';
    }

    /** "Ph. 98765 43210"; pH is no phone. */
    private static boolean isShort(String text, int word, int end) {
        return end - word == 2
                && text.startsWith("Ph", word)
                && (text.startsWith(".", end) || text.startsWith(":", end))
                && !Letters.wordBefore(text, word);
    }

    /** "reach me at", "answering at". */
    private static boolean isAnswering(String text, int word, int end, int number) {
        if (end - word > 5 || !ANSWERING.contains(text.substring(word, end).toLowerCase(Locale.ROOT))) {
            return false;
        }
        // "Reached under load of 10000000": a word of all else, too, unless the number stands right behind.
        if (number - end > ADJACENT
                && (text.startsWith("under", word) || text.startsWith("na", word) || text.startsWith("para", word))) {
            return false;
        }
        String before = text.substring(Math.max(0, word - REACH), word).toLowerCase(Locale.ROOT);
        if (text.startsWith("is", word)) {
            // "The best number to reach me is".
            return before.endsWith("reach me ") || before.endsWith("call me ");
        }
        return PhoneVerbs.ANSWERED.stream().anyMatch(before::contains);
    }
}
