package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * UUIDs that somebody is known by, told by what they are called: {@code customer_id}, patient. That of a client or of an account
 * is more often one of a program or a tenant.
 */
final class PersonUuid {
    private static final Set<String> NAMES = Phrases.of(
            "customer|customer uuid|customer guid|cust|kundennummer|kunden|patient|patient uuid|patient guid|mrn|medical record|member|member uuid"
                    + "|membership|employee|employee uuid|emp id|staff id|personnel number|student|student uuid|passport"
                    + "|national id|identity card|person|person uuid|personal id|citizen id|voter id|my id|his id|her id"
                    + "|beneficiary|cardholder|policyholder|account number|bank account");

    private PersonUuid() {}

    static void find(Scan scan, String label, Consumer<Finding> sink) {
        if (scan.signs().dashes() < Uuid.DASHES) {
            return;
        }
        String text = scan.text();
        int from = 0;
        // One without a digit comes once in ten million.
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run) < from ? -1 : Uuid.around(text, scan.start(run));
            if (start >= from) {
                from = start + Uuid.LENGTH;
                if (Cues.before(text, start, label).endWith(NAMES)) {
                    sink.accept(new Finding(
                            "ACCOUNT", start, from, text.substring(start, from).toLowerCase(Locale.ROOT)));
                }
            }
        }
    }
}
