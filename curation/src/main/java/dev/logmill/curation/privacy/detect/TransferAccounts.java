package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.function.Consumer;

/** The accounts that money goes from and to, which nothing calls so: "transfer 500 from 77120934 to 77120935". */
final class TransferAccounts {
    private static final int LEAST = 8;
    private static final int MOST = 12;
    private static final int REACH = 80;

    private static final Pattern BEFORE = Pattern.compile(
            "(?i)\\b(?:transfer|wire|move|send|pay)(?:red|ed)? [^.;\\n]{0,40}\\bfrom (?:my )?(?:account )?$");

    private static final Pattern BEHIND = Pattern.compile("^ (?:in)?to (?:my )?(?:account )?([0-9]{8,12})\\b");

    private TransferAccounts() {}

    static void find(Scan scan, Consumer<Finding> sink) {
        String text = scan.text();
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            int end = scan.end(run);
            boolean may = scan.length(run) >= LEAST
                    && scan.length(run) <= MOST
                    && (text.startsWith(" to ", end) || text.startsWith(" into ", end));
            if (may
                    && BEFORE.matcher(text.substring(Math.max(0, start - REACH), start))
                            .find()) {
                Matcher behind = BEHIND.matcher(text.substring(end, Math.min(text.length(), end + REACH)));
                if (behind.find() && behind.group(1).length() == end - start) {
                    accept(text, start, end, sink);
                    accept(text, end + behind.start(1), end + behind.end(1), sink);
                }
            }
        }
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding("ACCOUNT", start, end, text.substring(start, end)));
    }
}
