package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What calls a number a phone other than by one word of {@link PhoneCues}: "reach me at", "M:", a word within others that no space parts. */
final class PhonePhrases {
    private static final int REACH = 16;

    /** In scripts that no space parts words in, a part of what stands before. */
    private static final List<String> WITHIN = List.of("电话", "電話", "手机", "手機", "座机", "携帯", "전화", "휴대폰", "핸드폰");

    private static final Set<String> ANSWERING = Set.of("at", "on", "al", "au", "unter");
    private static final List<String> ANSWERED =
            List.of("answering", "reach ", "text ", "ring ", "contact ", "llam", "appel", "joign", "erreich");

    private PhonePhrases() {}

    /** Whether a word, and what stands before it, calls so a number that begins behind it. */
    static boolean isOne(String text, int word, int end, int number) {
        return isShort(text, word, end)
                || isLetter(text, word, end, number)
                || isContact(text, word, end, number)
                || isWithin(text, word, end)
                || isAnswering(text, word, end);
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
        return end < start && (said.equals("text") || (said.equals("portable") && text.charAt(start) == '0'));
    }

    /** "Contact no. 98450 12345". */
    private static boolean isContact(String text, int word, int end, int number) {
        return number - end < 6
                && text.startsWith(" no", end)
                && text.substring(word, end).equalsIgnoreCase("contact");
    }

    private static boolean isWithin(String text, int word, int end) {
        // Most words are of letters that none of these has.
        if (text.charAt(end - 1) < '\u2e80') {
            return false;
        }
        String said = text.substring(word, end);
        return WITHIN.stream().anyMatch(said::contains);
    }

    /** "M: 07911 123456", as people sign. */
    private static boolean isLetter(String text, int word, int end, int start) {
        return end - word == 1
                && "MTPF".indexOf(text.charAt(word)) >= 0
                && text.startsWith(": ", end)
                && start == end + 2
                && "+(0".indexOf(text.charAt(start)) >= 0
                && !Letters.wordBefore(text, word);
    }

    /** "Ph. 98765 43210"; pH is no phone. */
    private static boolean isShort(String text, int word, int end) {
        return end - word == 2
                && text.startsWith("Ph", word)
                && (text.startsWith(".", end) || text.startsWith(":", end))
                && !Letters.wordBefore(text, word);
    }

    /** "reach me at", "answering at". */
    private static boolean isAnswering(String text, int word, int end) {
        if (end - word > 5 || !ANSWERING.contains(text.substring(word, end).toLowerCase(Locale.ROOT))) {
            return false;
        }
        String before = text.substring(Math.max(0, word - REACH), word).toLowerCase(Locale.ROOT);
        return ANSWERED.stream().anyMatch(before::contains);
    }
}
