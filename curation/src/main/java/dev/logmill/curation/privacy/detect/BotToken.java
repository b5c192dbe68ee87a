package dev.logmill.curation.privacy.detect;

/** Tokens of Telegram's bots: the bot's number, a colon and 35 chars that begin with AA, also in an address behind {@code /bot}. */
final class BotToken {
    /** What stands between the number and the secret, in small letters. */
    static final String BEGIN = ":aa";

    private static final int LEAST_DIGITS = 8;
    private static final int MOST_DIGITS = 12;
    private static final int LEAST = 32;
    private static final int MOST = 40;
    private static final double LEAST_BITS = 3.5;

    private BotToken() {}

    /** Where the one begins whose secret begins before an index; the index itself where no number stands before. */
    static int start(String text, int beginEnd) {
        int colon = beginEnd - BEGIN.length();
        int start = colon;
        while (Letters.digitAt(text, start - 1) && colon - start <= MOST_DIGITS) {
            start--;
        }
        boolean begins = !Letters.wordBefore(text, start) || text.startsWith("bot", start - 3);
        boolean number = colon - start >= LEAST_DIGITS && colon - start <= MOST_DIGITS;
        return begins && number && text.startsWith("AA", colon + 1) ? start : beginEnd;
    }

    /** Where it ends; -1 where there is none. */
    static int end(String text, int beginEnd) {
        int end = beginEnd;
        while (end < text.length() && (Letters.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        int length = end - beginEnd;
        boolean random = length >= LEAST && length <= MOST && Entropy.of(text.substring(beginEnd, end)) >= LEAST_BITS;
        return random && start(text, beginEnd) < beginEnd ? end : -1;
    }
}
