package dev.logmill.curation.privacy;

/**
 * What one pass over a text tells of the identifiers that it can hold.
 *
 * @param digits ASCII digits
 * @param ats at signs
 * @param dots full stops
 * @param colons colons
 * @param escaped it has a backslash, so that as JSON it may hold chars that it does not show
 */
public record Signs(int digits, int ats, int dots, int colons, boolean escaped) {
    /** The signs of a text. */
    public static Signs of(String text) {
        int digits = 0;
        int ats = 0;
        int dots = 0;
        int colons = 0;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Nearly every char of a text is a letter or a space, which one comparison or two tell.
            if (c > '@' ? c == '\\' : c >= '.') {
                if (c >= '0' && c <= '9') {
                    digits++;
                } else if (c == '@') {
                    ats++;
                } else if (c == '.') {
                    dots++;
                } else if (c == ':') {
                    colons++;
                } else if (c == '\\') {
                    escaped = true;
                }
            }
        }
        return new Signs(digits, ats, dots, colons, escaped);
    }
}
