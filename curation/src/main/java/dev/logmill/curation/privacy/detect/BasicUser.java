package dev.logmill.curation.privacy.detect;

/** A user and password as they are given to curl: {@code curl -u ann:s3cret https://example.com}. */
final class BasicUser {
    private static final int REACH = 400;
    private static final int LONGEST = 200;
    private static final int LEAST = 3;

    private BasicUser() {}

    /** Where one begins behind the option, and behind a quote. */
    static int start(String text, int behind) {
        return behind < text.length() && "'\"".indexOf(text.charAt(behind)) >= 0 ? behind + 1 : behind;
    }

    /** The end of the one that begins at an index; -1 where none does. */
    static int end(String text, int from) {
        int colon = -1;
        int end = from;
        while (end < text.length() && end - from < LONGEST && !stops(text, end)) {
            colon = colon < 0 && text.charAt(end) == ':' ? end : colon;
            end++;
        }
        boolean both = colon > from && end - colon > LEAST && "$<{%".indexOf(text.charAt(colon + 1)) < 0;
        return both && isOfCurl(text, from) ? end : -1;
    }

    /** An ampersand with a char behind that no other command begins at is one of the password. */
    private static boolean stops(String text, int at) {
        char c = text.charAt(at);
        return c == '&'
                ? at + 1 == text.length() || " &\n\"'".indexOf(text.charAt(at + 1)) >= 0
                : " \n\r\t\"'\\`|;<>".indexOf(c) >= 0;
    }

    /** Whether the command of the option is one that asks a server; docker's -u is the user within. */
    private static boolean isOfCurl(String text, int option) {
        String before = text.substring(Math.max(0, option - REACH), option);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        // A command goes on behind a backslash at the end of its line.
        boolean goesOn = before.endsWith("\\\n" + line) && before.contains("curl ");
        return line.contains("curl") || goesOn;
    }
}
