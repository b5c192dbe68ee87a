package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.AddressDetector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where an address reaches into the identifier behind it, it ends before that one, and what a firm's name takes of one is no
 * firm: of "12 Elm Street, Ogden, UT, IP 2001:db8::1" both the address and the IP are found, of which the longer alone would
 * stand else.
 */
final class AddressBeforeId {
    private static final String ADDRESS = "ADDRESS";
    private static final String ORGANISATION = "ORGANIZATION";

    /**
     * What is told by its form or by what it is called, and not by the words that it is made of. Phones are not among them: one
     * may begin with the postal code that ends the address.
     */
    private static final Set<String> IDS = Set.of(
            "IP",
            "IBAN",
            "MAC",
            "CARD",
            "NATIONALID",
            "ACCOUNT",
            "EMAIL",
            "URL",
            "VEHICLE",
            "PLATE",
            "DEVICE",
            "CRYPTO",
            "BIRTHDATE");

    private AddressBeforeId() {}

    /** What was found in a text, with each address up to the identifier that it reaches into. */
    static List<Detection> of(List<Detection> found, String text) {
        return mayReach(found) ? cut(found, text) : found;
    }

    private static boolean mayReach(List<Detection> found) {
        boolean reaching = false;
        boolean id = false;
        for (Detection each : found) {
            String type = each.finding().type();
            reaching |= type.equals(ADDRESS) || type.equals(ORGANISATION);
            id |= IDS.contains(type);
        }
        return reaching && id;
    }

    private static List<Detection> cut(List<Detection> found, String text) {
        // Where an identifier lies over each place that one begins at, so that each address asks once a place.
        int[] behind = ends(found, text.length());
        List<Detection> cut = new ArrayList<>(found.size());
        for (Detection each : found) {
            Finding finding = each.finding();
            boolean reaching = finding.type().equals(ADDRESS) || finding.type().equals(ORGANISATION);
            int id = reaching ? firstReached(behind, finding) : -1;
            if (id < 0) {
                cut.add(each);
            } else if (finding.type().equals(ADDRESS)) {
                int end = end(text, finding.start(), id);
                cut.add(new Detection(each.detector(), AddressDetector.finding(text, finding.start(), end)));
            }
        }
        return cut;
    }

    private static int[] ends(List<Detection> found, int length) {
        int[] behind = new int[length];
        for (Detection each : found) {
            Finding finding = each.finding();
            if (IDS.contains(finding.type())) {
                behind[finding.start()] = Math.max(behind[finding.start()], finding.end());
            }
        }
        return behind;
    }

    /** Where the first identifier begins that a finding ends within; -1 where it ends within none. */
    private static int firstReached(int[] behind, Finding finding) {
        for (int i = finding.start() + 1; i < finding.end(); i++) {
            if (behind[i] > finding.end()) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the last word before an identifier. */
    private static int end(String text, int start, int id) {
        int end = id;
        while (end > start + 1 && !Letters.isWord(text.charAt(end - 1)) && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
