package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Where people in India are paid (UPI): a name, an at sign and what a bank is called there: ravi.kumar@okhdfcbank. */
final class UpiAddress {
    private static final int LONGEST = 50;
    private static final Set<String> BANKS = Phrases.of(
            "okhdfcbank|okicici|oksbi|okaxis|ybl|ibl|axl|paytm|ptyes|ptaxis|pthdfc|ptsbi|upi|apl|yapl|rapl|waicici|wahdfcbank|waaxis"
                    + "|wasbi|hdfcbank|icici|sbi|axisbank|kotak|barodampay|idfcbank|indus|federal|yesbank|airtel|freecharge|jupiteraxis");

    private UpiAddress() {}

    /** Tells the one whose at sign stands at an index. */
    static void find(String text, int at, Consumer<Finding> sink) {
        int end = at + 1;
        while (end < text.length() && Letters.isWord(text.charAt(end))) {
            end++;
        }
        boolean domain =
                end + 1 < text.length() && ".-@".indexOf(text.charAt(end)) >= 0 && Letters.wordAt(text, end + 1);
        if (domain || !BANKS.contains(text.substring(at + 1, end).toLowerCase(Locale.ROOT))) {
            return;
        }
        int start = at;
        while (start > 0 && at - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        if (at - start > 2) {
            sink.accept(new Finding(
                    "ACCOUNT", start, end, text.substring(start, end).toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.' || c == '-';
    }
}
