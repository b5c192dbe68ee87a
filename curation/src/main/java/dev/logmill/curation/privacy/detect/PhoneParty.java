package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A text that is the number of who writes or calls, or of how somebody can be reached, as the JSON key over it tells. */
final class PhoneParty {
    /** With the code of a country; a time in seconds has fewer digits. */
    private static final int LEAST_PARTY = 11;

    private static final Set<String> PARTIES =
            Set.of("from", "to", "sender", "recipient", "recipientid", "caller", "callee", "waid");

    /** Keys of what may be an address of mail or a name as well. */
    private static final Set<String> CONTACTS =
            Set.of("contact", "contacts", "caller", "callee", "kontakt", "emergencycontact");

    private static final int LEAST_CONTACT = 9;

    private PhoneParty() {}

    /** Whether a text under a key is one. */
    static boolean is(Scan scan, String label) {
        return isParty(scan, label) || isContact(scan, label);
    }

    /** Whether the text is who writes to whom, as services of messages put it: {@code "from": "16505551234"}. */
    private static boolean isParty(Scan scan, String label) {
        String text = scan.text();
        return scan.runs() == 1
                && scan.length(0) == text.length()
                && text.length() >= LEAST_PARTY
                && PARTIES.contains(Label.plain(label))
                && NumberingPlans.international("+" + text).isPresent();
    }

    /** Whether the text is how somebody can be reached: {@code {"contact": "4155550134"}}. */
    private static boolean isContact(Scan scan, String label) {
        String text = scan.text();
        return scan.runs() > 0
                && CONTACTS.contains(Label.plain(label))
                && text.length() >= LEAST_CONTACT
                && scan.start(0) <= 2
                && scan.end(scan.runs() - 1) == text.length()
                && PhoneCandidate.at(text, scan.start(0)).end() == text.length();
    }
}
