package dev.logmill.curation.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The phones that were found in a record or session with the code of their country: the same digits without it are that phone
 * again, where they end one of them only; which country they are of is a guess else. It depends on which phones there are and not
 * on their order.
 */
final class WholePhones {
    /** Fewer digits may end the phones of two people. */
    private static final int LEAST_DIGITS = 9;

    /** Those that were written with a code, by their last digits, so that one is not compared to all. */
    private final Map<String, Set<String>> byEnd = new HashMap<>();

    private final Set<String> sure = new HashSet<>();

    /** By the number that was guessed the digits that were written. */
    private final Map<String, String> national = new HashMap<>();

    /**
     * Takes note of a phone.
     *
     * @param phone its one form
     * @param written as it stands in the text
     */
    void add(String phone, String written) {
        String digits = written.replaceAll("[^0-9]", "");
        String own = digits.startsWith("0") ? digits.substring(1) : digits;
        if (phone.length() <= LEAST_DIGITS || own.length() < LEAST_DIGITS) {
            return;
        }
        if (written.startsWith("+") || written.startsWith("00")) {
            sure.add(phone);
            byEnd.computeIfAbsent(end(phone), none -> new TreeSet<>()).add(phone);
        } else {
            national.putIfAbsent(phone, own);
        }
    }

    private static String end(String phone) {
        return phone.substring(phone.length() - LEAST_DIGITS);
    }

    /** The one phone that is called so within its country; the same where none is, or several. */
    String of(String phone) {
        String own = national.get(phone);
        if (own == null || sure.contains(phone)) {
            return phone;
        }
        List<String> whole = byEnd.getOrDefault(end(own), Set.of()).stream()
                .filter(each -> each.endsWith(own))
                .toList();
        return whole.size() == 1 ? whole.get(0) : phone;
    }
}
