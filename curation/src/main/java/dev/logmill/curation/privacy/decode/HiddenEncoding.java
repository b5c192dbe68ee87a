package dev.logmill.curation.privacy.decode;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * An encoded text of which signs are written otherwise where it stands, as {@code %2B} for the plus of base64.
 *
 * @param start index of its first char where it stands
 * @param end index after its last char there
 * @param shown the same in the view that it was found in
 * @param signs how each of its chars is written where it stands, the first of each
 */
record HiddenEncoding(int start, int end, EncodedText shown, Map<Character, String> signs) implements EncodedText {
    private static final HexFormat DIGITS = HexFormat.of();

    /** Signs among the digits, paddings and line ends of encodings. */
    private static final String SIGNS = "+/=\r\n";

    @Override
    public String text() {
        return shown.text();
    }

    @Override
    public String encoded(String other) {
        StringBuilder written = new StringBuilder();
        shown.encoded(other).chars().forEach(c -> written.append(written((char) c)));
        return written.toString();
    }

    private String written(char c) {
        String known = signs.get(c);
        return known != null ? known : SIGNS.indexOf(c) < 0 ? String.valueOf(c) : asAnother(c);
    }

    /** A sign that did not stand there: by its number, as far as another one is written by its own. */
    private String asAnother(char c) {
        for (Map.Entry<Character, String> sign : signs.entrySet()) {
            String digits = DIGITS.toHexDigits((byte) (char) sign.getKey());
            String way = sign.getValue();
            if (way.toLowerCase(Locale.ROOT).endsWith(digits)) {
                String before = way.substring(0, way.length() - digits.length());
                boolean capitals = way.equals(way.toUpperCase(Locale.ROOT));
                String number = DIGITS.toHexDigits((byte) c);
                return before + (capitals ? number.toUpperCase(Locale.ROOT) : number);
            }
        }
        return String.valueOf(c);
    }
}
