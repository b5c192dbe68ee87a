package dev.logmill.jobs.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Planted numbers (phones, cards, accounts, IBANs, ids) however their digits are parted: {@code 4111 1111 1111 1111} is found as
 * {@code 4111-1111-1111-1111} and {@code 4111111111111111}, in UTF-16 too. It is not found within a longer run of digits, which
 * is another number; only a 00 may stand before what was planted with a plus.
 *
 * <p>One of fewer than {@value #LEAST_ALONE} digits counts only where it is parted as it was planted, by whatever sign: digits so few
 * stand anywhere by chance, and 200000 is hardly the sort code 20-00-00.
 */
final class NumberNeedles {
    /** A date and the number of an account have eight. */
    private static final int LEAST_ALONE = 8;

    private static final int LEAST = 6;

    /** Bytes that may stand between two chars: a sign of three bytes, or spaces around one. */
    private static final int WIDEST = 6;

    private static final int LEAD = 3;
    private static final String SIGNS = " -+./()\t";

    /** Of UTF-8: the bytes of spaces that do not break, thin ones, hyphens and dashes. */
    private static final String BEYOND = "\u00c2\u00a0\u00e2\u0080\u0089\u00af\u0090\u0091\u0092\u0093\u0094";

    private final Map<String, List<Wanted>> byLead = new HashMap<>();
    private final BitSet firsts = new BitSet();
    private int longest;

    /**
     * @param chars its letters and digits
     * @param parted before which of them something stands
     * @param plus a plus stands before all
     */
    private record Wanted(String chars, BitSet parted, boolean plus, Planted planted) {
        boolean isShort() {
            return chars.length() < LEAST_ALONE;
        }
    }

    /** Whether a value is a number: six digits or more, and beside them letters and what parts them alone. */
    static boolean isOne(String value) {
        return value.chars().filter(c -> isDigit((byte) c)).count() >= LEAST
                && value.chars().allMatch(c -> c < 0x80 && (isPart((byte) c) || SIGNS.indexOf(c) >= 0));
    }

    void add(Planted planted) {
        StringBuilder chars = new StringBuilder();
        BitSet parted = new BitSet();
        for (char c : planted.value().toLowerCase(Locale.ROOT).toCharArray()) {
            if (isPart((byte) c)) {
                chars.append(c);
            } else {
                parted.set(chars.length());
            }
        }
        parted.clear(0);
        parted.clear(chars.length());
        boolean plus = planted.value().startsWith("+");
        firsts.set(chars.charAt(0));
        longest = Math.max(longest, chars.length() * (1 + WIDEST));
        byLead.computeIfAbsent(chars.substring(0, LEAD), none -> new ArrayList<>())
                .add(new Wanted(chars.toString(), parted, plus, planted));
    }

    /** Bytes of the longest, parted as widely as may be. */
    int longest() {
        return longest;
    }

    /** Tells each that stands in the first {@code end} bytes, which are small letters. */
    void find(byte[] bytes, int end, Consumer<Planted> sink) {
        for (int at = 0; at < end; at++) {
            if (firsts.get(bytes[at] & 0xff)) {
                for (Wanted number : byLead.getOrDefault(lead(bytes, at, end), List.of())) {
                    if (isAt(number, bytes, at, end)) {
                        sink.accept(number.planted());
                    }
                }
            }
        }
    }

    private static String lead(byte[] bytes, int at, int end) {
        char[] lead = new char[LEAD];
        int next = at;
        for (int i = 0; i < LEAD; i++) {
            if (next >= end || !isPart(bytes[next])) {
                return "";
            }
            lead[i] = (char) bytes[next];
            next = next(bytes, next + 1, end);
        }
        return new String(lead);
    }

    private static boolean isAt(Wanted number, byte[] bytes, int start, int end) {
        int at = start;
        for (int i = 0; i < number.chars().length(); i++) {
            int next = i == 0 ? at : next(bytes, at, end);
            if (next >= end || bytes[next] != (byte) number.chars().charAt(i)) {
                return false;
            }
            if (i > 0
                    && number.isShort()
                    && isParted(bytes, at, next) != number.parted().get(i)) {
                return false;
            }
            at = next + 1;
        }
        return !isDigitBefore(number, bytes, start) && !isDigitAt(bytes, at, end);
    }

    /** Behind what parts two chars, if anything does. */
    private static int next(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && at - from < WIDEST && isSign(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isParted(byte[] bytes, int from, int to) {
        return !Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }

    /** Whether the run of digits begins before. */
    private static boolean isDigitBefore(Wanted number, byte[] bytes, int start) {
        int first = before(bytes, start);
        if (first < 0
                || !isDigit(bytes[first])
                || !isDigit((byte) number.chars().charAt(0))) {
            return false;
        }
        int second = before(bytes, first);
        int third = second < 0 ? -1 : before(bytes, second);
        boolean zeros = bytes[first] == '0' && second >= 0 && bytes[second] == '0';
        return !(number.plus() && zeros && (third < 0 || !isDigit(bytes[third])));
    }

    /** Index of the char before; in UTF-16 a zero stands between. -1 where there is none. */
    private static int before(byte[] bytes, int at) {
        return at > 1 && bytes[at - 1] == 0 ? at - 2 : at - 1;
    }

    private static boolean isDigitAt(byte[] bytes, int at, int end) {
        int behind = at + 1 < end && bytes[at] == 0 ? at + 1 : at;
        return behind < end && isDigit(bytes[behind]) && isDigit(bytes[at - 1]);
    }

    private static boolean isSign(byte b) {
        return b == 0 || (b > 0 ? SIGNS : BEYOND).indexOf((char) (b & 0xff)) >= 0;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isPart(byte b) {
        return isDigit(b) || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
