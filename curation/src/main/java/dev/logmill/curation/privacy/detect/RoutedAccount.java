package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/**
 * An account beside the code of its bank: behind a sort code and the name of a bank, or beside a routing number. The latter
 * may have twelve digits as accounts in a cloud do, which {@link CalledId} leaves where they stand alone.
 */
final class RoutedAccount {
    private static final Set<String> CALLED =
            Phrases.of("account|acct|account number|account no|acct no|a c|checking|savings|chk");

    /** What parts the two where nothing else calls the account so. */
    private static final Set<String> JOINTS = Set.of(" / ", "/", " | ");

    private static final Set<String> BRITISH = Phrases.of(
            "barclays|hsbc|lloyds|natwest|santander|monzo|starling|nationwide|halifax|tsb|coutts|revolut|rbs|first direct|bank");
    private static final int LEAST = 6;
    private static final int MOST = 17;
    private static final int REACH = 80;

    private RoutedAccount() {}

    static void find(Scan scan, String label, Consumer<Finding> sink) {
        behindBank(scan, label, sink);
        if (scan.mentions().of(Topic.CALLED_ID).count() == 0) {
            return;
        }
        for (int run = 0; run < scan.runs(); run++) {
            boolean beside = isLong(scan, run) && (isRouting(scan, run - 1, run) || isRouting(scan, run + 1, run));
            if (beside
                    && (isJoined(scan, run)
                            || Cues.before(scan.text(), scan.start(run), label).endWith(CALLED))
                    && !Letters.wordBefore(scan.text(), scan.start(run))
                    && !Letters.wordAt(scan.text(), scan.end(run))) {
                String digits = scan.text().substring(scan.start(run), scan.end(run));
                sink.accept(new Finding("ACCOUNT", scan.start(run), scan.end(run), digits));
            }
        }
    }

    private static boolean isLong(Scan scan, int run) {
        return scan.length(run) >= LEAST && scan.length(run) <= MOST;
    }

    /** Whether a mark alone stands between it and the routing number before. */
    private static boolean isJoined(Scan scan, int run) {
        return run > 0
                && JOINTS.contains(scan.text().substring(scan.end(run - 1), scan.start(run)))
                && isRouting(scan, run - 1, run);
    }

    /** Barclays 20-00-00 55779911: a sort code and an account behind the name of a bank of the Kingdom, or alone. */
    private static void behindBank(Scan scan, String label, Consumer<Finding> sink) {
        for (int run = 0; run + 3 < scan.runs(); run++) {
            if (isSortCode(scan, run) && isAccount(scan, run + 3)) {
                int start = scan.start(run);
                int end = scan.end(run + 3);
                boolean whole = start == 0 && end == scan.text().length();
                if (whole || Cues.before(scan.text(), start, label).say(BRITISH)) {
                    sink.accept(new Finding("ACCOUNT", start, end, Form.compact(scan.text(), start, end)));
                }
            }
        }
    }

    private static boolean isSortCode(Scan scan, int run) {
        return scan.length(run) == 2
                && scan.length(run + 1) == 2
                && scan.length(run + 2) == 2
                && isDash(scan, run)
                && isDash(scan, run + 1)
                && !Letters.wordBefore(scan.text(), scan.start(run));
    }

    private static boolean isDash(Scan scan, int run) {
        return scan.start(run + 1) - scan.end(run) == 1 && scan.text().charAt(scan.end(run)) == '-';
    }

    private static boolean isAccount(Scan scan, int run) {
        int gap = scan.start(run) - scan.end(run - 1);
        return scan.length(run) == 8
                && (gap == 1 || gap == 2)
                && " ,/".indexOf(scan.text().charAt(scan.end(run - 1))) >= 0
                && !Letters.wordAt(scan.text(), scan.end(run));
    }

    /** Whether a run of digits is a routing number, and called so, near to another run. */
    private static boolean isRouting(Scan scan, int run, int other) {
        if (run < 0 || run >= scan.runs() || Math.abs(scan.start(run) - scan.start(other)) > REACH) {
            return false;
        }
        String digits = scan.text().substring(scan.start(run), scan.end(run));
        return CalledId.ROUTING.proves(digits, digits.length())
                && Cues.before(scan.text(), scan.start(run), "").endWith(CalledId.ROUTING.words());
    }
}
