package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is said around a number. The word nearest before it decides: behind "call" it is a phone, behind "order" it is none. The
 * words are those of {@link PhoneWords}.
 */
final class PhoneCues {
    /** What the words before a number say. */
    enum Said {
        PHONE,
        OTHER,
        NOTHING
    }

    /** Ids of people and of what they own, whose form a phone may have. */
    private static final Set<String> IDS =
            Phrases.of("sin|ssn|tfn|nino|nhs|bsn|nif|nip|utr|passport|licence|license|mrn|npi|policy|member|insurance"
                    + "|isbn|issn|ean|upc|sku|serial|part|model");

    private static final int REACH = 40;
    private static final String SET = "set";

    /** Words behind a number that are looked at: "is my new mobile number". */
    private static final int MOST_BEHIND = 5;

    private PhoneCues() {}

    /** Whether what stands here is a line of its own, below one of a few words, as in a signature. */
    static boolean isUnderName(String text, int start, int end) {
        boolean alone = start > 1 && text.charAt(start - 1) == '\n' && (end == text.length() || isLineEnd(text, end));
        if (!alone) {
            return false;
        }
        int from = Math.max(0, start - 1 - REACH);
        String above = text.substring(Math.max(from, text.lastIndexOf('\n', start - 2) + 1), start - 1)
                .strip();
        return !above.isEmpty()
                && above.length() < REACH
                && above.chars().allMatch(c -> Character.isLetter(c) || " .,-'".indexOf(c) >= 0);
    }

    private static boolean isLineEnd(String text, int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    /** What the words before a number say of it. */
    static Said before(String text, int start) {
        OwnNumber own = new OwnNumber();
        int end = start;
        while (end > 0 && start - end < REACH) {
            int word = wordStart(text, end, start - REACH);
            if (word == end) {
                if (endsReach(text, end - 1)) {
                    return Said.NOTHING;
                }
                end--;
                continue;
            }
            String written = text.substring(Letters.isEscape(text, word) ? word + 1 : word, end)
                    .toLowerCase(Locale.ROOT);
            // "ph# 415 ..." is a phone, pH is how sour something is.
            String said = written.equals("ph") && text.startsWith("#", end) ? "phone" : written;
            Said told = told(text, word, end, start, said);
            if (told != Said.NOTHING) {
                return told;
            }
            if (own.isToldBy(said)) {
                return Said.PHONE;
            }
            end = word;
        }
        return Said.NOTHING;
    }

    private static Said told(String text, int word, int end, int number, String said) {
        if (PhoneWords.PHONE.contains(said)
                || KeyEnd.isPhone(said)
                || isSet(said)
                || PhoneCaller.is(text, word, end, said)) {
            return Said.PHONE;
        }
        if (PhoneWords.OTHER.contains(said)) {
            return Said.OTHER;
        }
        return PhonePhrases.of(text, word, end, number);
    }

    /** setPhone("4155550134"), as code calls what it does with one. */
    private static boolean isSet(String said) {
        String what = said.startsWith(SET) ? said.substring(SET.length()) : "";
        return PhoneWords.PHONE.contains(what) || KeyEnd.isPhone(what);
    }

    /** Another number between takes the cue for itself; the end of a line ends its reach, but that of a question. */
    private static boolean endsReach(String text, int at) {
        char c = text.charAt(at);
        boolean line =
                c == '\n' && !(at > 0 && text.charAt(at - 1) == '?') && !isKey(text, at) && !beginsList(text, at);
        return (Letters.isDigit(c) && !isCounted(text, at)) || line || "{}".indexOf(c) >= 0;
    }

    /** Whether a colon stands before the end of a line, and the mark of a list behind: "Phone numbers:", and one in each line below. */
    private static boolean beginsList(String text, int lineEnd) {
        int mark = lineEnd + 1;
        while (text.startsWith(" ", mark) && mark - lineEnd < PhoneList.WIDEST) {
            mark++;
        }
        boolean marked = text.startsWith("- ", mark) || text.startsWith("* ", mark) || text.startsWith("\u2022 ", mark);
        return marked && lineEnd > 0 && text.charAt(lineEnd - 1) == ':';
    }

    /** Whether a line is the name of a column of phones and nothing else: {@code contact_phone}. */
    private static boolean isKey(String text, int lineEnd) {
        int start = lineEnd;
        while (start > 0 && lineEnd - start < REACH && Letters.isWord(text.charAt(start - 1))) {
            start--;
        }
        boolean alone = start < lineEnd && (start == 0 || text.charAt(start - 1) == '\n');
        return alone
                && text.substring(start, lineEnd).indexOf('_') > 0
                && Label.of(text.substring(start, lineEnd)).isPhone();
    }

    /** "Phone 2: 415...", "phone2=415...": one digit that counts what stands before it. */
    private static boolean isCounted(String text, int at) {
        return at > 1
                && at + 1 < text.length()
                && ":=".indexOf(text.charAt(at + 1)) >= 0
                && (Character.isLetter(text.charAt(at - 1))
                        || (text.charAt(at - 1) == ' ' && Character.isLetter(text.charAt(at - 2))));
    }

    private static int wordStart(String text, int end, int least) {
        int word = end;
        while (word > 0 && word > least && PhoneWords.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return word;
    }

    /** Whether the word right before says that a number is that of something else: SIN: 046 454 286. */
    static boolean isCalledOtherwise(String text, int start) {
        int end = start;
        for (int words = 0; words < 3; words++) {
            while (end > 0 && start - end < REACH && " :.#(-".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            int word = wordStart(text, end, start - REACH);
            String said = text.substring(word, end).toLowerCase(Locale.ROOT);
            if (IDS.contains(said)) {
                return true;
            }
            if (!said.equals("is") && !said.equals("number") && !said.equals("no")) {
                return false;
            }
            end = word;
        }
        return false;
    }

    /** Whether a number is called a phone right behind it: "(mobile)", "is my number", "ist meine neue Handynummer". */
    static boolean behind(String text, int end) {
        boolean linked = false;
        boolean whose = false;
        int at = end;
        for (int words = 0; words < MOST_BEHIND; words++) {
            int word = at;
            while (word < text.length() && word - at < 2 && " -(".indexOf(text.charAt(word)) >= 0) {
                word++;
            }
            at = word;
            while (at < text.length() && at - word < REACH && PhoneWords.isLetter(text.charAt(at))) {
                at++;
            }
            String said = text.substring(word, at).toLowerCase(Locale.ROOT);
            if (words == 0) {
                linked = PhoneWords.LINKS.contains(said);
                boolean bracket = text.startsWith(" (", end);
                boolean reached = PhoneWords.REACHED.contains(said) && (!bracket || text.startsWith(")", at));
                if (reached || isWithin(text, end)) {
                    return true;
                }
            }
            whose |= PhoneWords.WHOSE.contains(said);
            boolean number = PhoneWords.NUMBERS.contains(said) || PhoneWords.PHONE.contains(said);
            if (linked && number && (whose || said.endsWith("nummer"))) {
                return true;
            }
            if (!linked || said.isEmpty() || PhoneWords.OTHER.contains(said)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWithin(String text, int end) {
        if (end == text.length() || (text.charAt(end) < '\u2e80' && text.charAt(end) != ' ')) {
            return false;
        }
        List<String> all = text.charAt(end) == ' ' ? PhoneVerbs.BEHIND : PhoneWords.BEHIND_WITHIN;
        return all.stream().anyMatch(each -> text.startsWith(each, end));
    }

    /** "My best number is", "mi número es el", "nomor saya": words that say number and whose, read from the last one on. */
    private static final class OwnNumber {
        private boolean direct = true;
        private boolean number;
        private boolean whose;

        boolean isToldBy(String said) {
            boolean link = PhoneWords.LINKS.contains(said);
            if (number && PhoneWords.WHOSE.contains(said)) {
                return true;
            }
            // "My passport is number 12".
            number &= !link;
            if (direct && PhoneWords.NUMBERS.contains(said)) {
                number = true;
                return whose || PhoneWords.OWN_NUMBERS.contains(said);
            }
            whose |= direct && PhoneWords.WHOSE.contains(said);
            direct &= link || whose;
            return false;
        }
    }
}
