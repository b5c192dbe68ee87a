package dev.logmill.curation.privacy.detect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens of Discord's bots: the bot's number in base64, a time of six or seven chars and 27 chars or more, with dots between. */
final class DiscordToken {
    /** Chars of a number of 17 to 19 digits in base64. */
    private static final int LEAST_NUMBER = 23;

    private static final int MOST_NUMBER = 26;
    private static final int LEAST_DIGITS = 17;
    private static final int LEAST_SECRET = 27;
    private static final int MOST_SECRET = 64;

    private DiscordToken() {}

    /** Where the one ends whose first part a word is; -1 where it is none. */
    static int end(String text, int start, int wordEnd) {
        int length = wordEnd - start;
        if (length < LEAST_NUMBER
                || length > MOST_NUMBER
                || !text.startsWith(".", wordEnd)
                || !isNumber(text, start, wordEnd)) {
            return -1;
        }
        int time = partEnd(text, wordEnd + 1) - wordEnd - 1;
        int dot = wordEnd + 1 + time;
        if ((time != 6 && time != 7) || !text.startsWith(".", dot)) {
            return -1;
        }
        int end = partEnd(text, dot + 1);
        int secret = end - dot - 1;
        return secret >= LEAST_SECRET && secret <= MOST_SECRET ? end : -1;
    }

    private static boolean isNumber(String text, int start, int end) {
        if ("MNO".indexOf(text.charAt(start)) < 0) {
            return false;
        }
        try {
            String number =
                    new String(Base64.getUrlDecoder().decode(text.substring(start, end)), StandardCharsets.US_ASCII);
            return number.length() >= LEAST_DIGITS && number.chars().allMatch(c -> Letters.isDigit((char) c));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static int partEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start <= MOST_SECRET
                && (Letters.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }
}
