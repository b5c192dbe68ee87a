package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Names in forms that machines write and read: the first line of a passport ({@code P<USAMONTALVO<<HANNA<<<}), the passengers of a booking
 * ({@code 1.1MONTALVO/HANNA MRS}), and the two names in a query ({@code ?first=Hanna&last=Walsh}).
 */
public final class MachineNameDetector implements Detector {
    private static final Pattern PASSPORT = Pattern.compile(
            "\\b[PIACV][A-Z<][A-Z]{3}([A-Z]{2,30}(?:<[A-Z]{1,30}){0,3}<<[A-Z]{2,30}(?:<[A-Z]{1,30}){0,3})<<");

    private static final Pattern PASSENGER = Pattern.compile(
            "\\b[0-9]{1,2}\\.[0-9]{1,2}([A-Z]{2,30}/[A-Z]{2,30}(?: [A-Z]{2,30})?) (?:MR|MRS|MS|MISS|MSTR|CHD|INF|DR)\\b");

    private static final Pattern QUERY = Pattern.compile(
            "[?&](?:first|fname|given)=(\\p{Lu}\\p{Ll}[\\p{L}'+-]{0,30})&(?:last|lname|family)=(\\p{Lu}\\p{Ll}[\\p{L}'+-]{0,30})");

    private static final Pattern QUERY_INVERTED = Pattern.compile(
            "[?&](?:last|lname|family)=(\\p{Lu}\\p{Ll}[\\p{L}'+-]{0,30})&(?:first|fname|given)=(\\p{Lu}\\p{Ll}[\\p{L}'+-]{0,30})");

    /** A form that was sent: fullname=Hanna+Walsh&amp;email=... */
    private static final Pattern SENT = Pattern.compile(
            "(?i:\\b(?:full_?name|customer_?name|contact_?name|card_?holder(?:_?name)?|guest_?name|passenger_?name|patient_?name|recipient_?name))"
                    + "=(\\p{Lu}[\\p{L}'-]{1,30}(?:(?:\\+|%20)\\p{Lu}[\\p{L}'-]{0,30}){1,3})(?:[&\\s\"']|$)");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.capitals();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (text.contains("<<")) {
            find(PASSPORT, text, sink);
        }
        if (scan.signs().slashes() && scan.signs().digits() > 1 && partsCapitals(text)) {
            find(PASSENGER, text, sink);
        }
        if (text.indexOf('=') < 0) {
            return;
        }
        if (text.indexOf('+') >= 0 || text.contains("%20")) {
            find(SENT, text, sink);
        }
        for (String key : List.of("first=", "fname=", "given=")) {
            if (text.contains(key)) {
                find(QUERY, text, sink);
                find(QUERY_INVERTED, text, sink);
                return;
            }
        }
    }

    /** Whether a slash stands between two capitals, as between the names of a passenger. */
    private static boolean partsCapitals(String text) {
        for (int at = text.indexOf('/', 1); at > 0 && at + 1 < text.length(); at = text.indexOf('/', at + 1)) {
            if (Letters.isCapital(text.charAt(at - 1)) && Letters.isCapital(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static void find(Pattern form, String text, Consumer<Finding> sink) {
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            for (int name = 1; name <= matcher.groupCount(); name++) {
                String value = matcher.group(name)
                        .replace("+", " ")
                        .replace("%20", " ")
                        .toLowerCase(Locale.ROOT);
                sink.accept(new Finding("PERSON", matcher.start(name), matcher.end(name), value));
            }
        }
    }
}
