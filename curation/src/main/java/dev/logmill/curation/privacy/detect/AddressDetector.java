package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Postal addresses: from what tells one (a street with its number, an apartment, a box, a state with its ZIP code, a number
 * behind "my address is") to both sides over what addresses are made of, across commas and lines.
 */
public final class AddressDetector implements Detector {
    private static final String TYPE = "ADDRESS";

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if ((StreetWords.isLabel(label) && isAddressLike(text)) || PostalCode.isUnder(label, text)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        Words words = scan.words();
        int from = 0;
        int word = 0;
        while (word < words.count()) {
            int end = AddressAnchor.end(scan, words, word);
            if (end > word) {
                int start = AddressStart.of(words, word, from);
                from = AddressRest.end(words, end, isSmall(words, start, end));
                accept(text, words.start(start), words.end(from - 1), sink);
                word = from;
            } else {
                word++;
            }
        }
    }

    private static boolean isAddressLike(String text) {
        return text.length() <= 200
                && text.chars().anyMatch(Character::isLetterOrDigit)
                && text.indexOf('@') < 0
                && text.indexOf("://") < 0
                && !MachineAddress.is(text)
                && !SchemaType.is(text)
                && text.chars().noneMatch(c -> "^$|\\{}*".indexOf(c) >= 0)
                && !isReference(text)
                && !text.strip().startsWith("{")
                && !text.strip().startsWith("[");
    }

    /** What stands where the address is another one's, or its line has a number: same as billing, line 2. */
    private static boolean isReference(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        return small.startsWith("same as ") || small.startsWith("see ") || small.matches("(?:address )?line [0-9]");
    }

    private static boolean isSmall(Words words, int from, int end) {
        for (int i = from; i < end; i++) {
            if (words.written(i) == Words.Case.CAPITAL) {
                return false;
            }
        }
        return true;
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(finding(text, start, end));
    }

    /** An address that stands between two places of a text. */
    public static Finding finding(String text, int start, int end) {
        return new Finding(TYPE, start, end, plain(text.substring(start, end).toLowerCase(Locale.ROOT)));
    }

    /** With a space for whatever parts its words. */
    private static String plain(String address) {
        StringBuilder plain = new StringBuilder(address.length());
        boolean parted = false;
        for (int i = 0; i < address.length(); i += Character.charCount(address.codePointAt(i))) {
            int c = address.codePointAt(i);
            boolean part = Character.isLetter(c) || isNumber(c);
            if (part) {
                plain.appendCodePoint(c);
            } else if (!parted) {
                plain.append(' ');
            }
            parted = !part;
        }
        return plain.toString();
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
