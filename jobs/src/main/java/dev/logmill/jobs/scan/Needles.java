package dev.logmill.jobs.scan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Planted values in the forms in which bytes may hold them whatever stands around: as they are in any case, in UTF-16, percent-encoded, as
 * character references, numbers with their digits parted in whatever way ({@link NumberNeedles}), and base64 at each of its three alignments.
 *
 * <p>All are looked for in one pass: the first bytes of a form, as a number, say which forms may begin at a place.
 */
final class Needles {
    private static final int LEAD = 5;

    private final Map<Long, List<Needle>> plain = new HashMap<>();
    private final Map<Long, List<Needle>> encoded = new HashMap<>();
    private final NumberNeedles numbers = new NumberNeedles();
    private int longest;

    /** @param form its bytes, a character each */
    private record Needle(String form, Planted planted) {
        boolean isAt(byte[] bytes, int at, int end) {
            if (at + form.length() > end) {
                return false;
            }
            for (int i = 0; i < form.length(); i++) {
                if (form.charAt(i) != (char) (bytes[at + i] & 0xff)) {
                    return false;
                }
            }
            return true;
        }
    }

    Needles(List<Planted> planted) {
        for (Planted one : planted) {
            forms(one.value()).forEach(form -> add(plain, form.toLowerCase(Locale.ROOT), one));
            if (NumberNeedles.isOne(one.value())) {
                numbers.add(one);
            }
            base64(one.value()).forEach(form -> add(encoded, form, one));
        }
    }

    private static Set<String> forms(String value) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(value.chars().mapToObj("&#%d;"::formatted).collect(Collectors.joining()));
        // Every second byte of UTF-16 is zero, as far as a value is ASCII, whichever of the two comes first.
        forms.add(String.join("\0", value.split("")));
        forms.add(value);
        if (NumberNeedles.isOne(value)) {
            // Where they stand among more digits they are another number, which only the search for numbers tells.
            forms.removeIf(form -> form.equals(value) || form.indexOf('\0') >= 0);
        }
        return forms;
    }

    /** What of a value's base64 is the same whatever stands before and behind it (RFC 4648, section 4). */
    private static List<String> base64(String value) {
        List<String> forms = new ArrayList<>();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(whole.substring(before == 0 ? 0 : before + 1, whole.length() - 2));
        }
        return forms;
    }

    private void add(Map<Long, List<Needle>> needles, String form, Planted planted) {
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        longest = Math.max(longest, bytes.length);
        needles.computeIfAbsent(lead(bytes, 0), none -> new ArrayList<>())
                .add(new Needle(new String(bytes, StandardCharsets.ISO_8859_1), planted));
    }

    /** Bytes of the longest form. */
    int longest() {
        return Math.max(longest, numbers.longest());
    }

    /** Tells each planted value that stands in the first {@code end} bytes. */
    void find(byte[] bytes, int end, Consumer<Planted> sink) {
        find(encoded, bytes, end, sink);
        byte[] lower = new byte[end];
        for (int i = 0; i < end; i++) {
            byte b = bytes[i];
            lower[i] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
        }
        find(plain, lower, end, sink);
        numbers.find(lower, end, sink);
    }

    private static void find(Map<Long, List<Needle>> needles, byte[] bytes, int end, Consumer<Planted> sink) {
        for (int at = 0; at + LEAD <= end; at++) {
            List<Needle> may = needles.get(lead(bytes, at));
            if (may != null) {
                for (Needle needle : may) {
                    if (needle.isAt(bytes, at, end)) {
                        sink.accept(needle.planted());
                    }
                }
            }
        }
    }

    private static long lead(byte[] bytes, int at) {
        long lead = 0;
        for (int i = 0; i < LEAD; i++) {
            lead = (lead << 8) | (bytes[at + i] & 0xff);
        }
        return lead;
    }
}
