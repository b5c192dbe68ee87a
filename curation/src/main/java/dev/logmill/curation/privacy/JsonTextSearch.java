package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a text that is JSON what its keys tell, too. Places are those of the text itself, in which a number is found as a
 * whole: what stands instead of it needs quotes.
 */
final class JsonTextSearch {
    /** That of a text that is none. */
    static final JsonTextSearch NONE = new JsonTextSearch(List.of());

    private final List<JsonValue> values;

    /** What looks for identifiers in a text under a key. */
    interface Search {
        List<Detection> find(String text, String label) throws PrivacyFailure;
    }

    private JsonTextSearch(List<JsonValue> values) {
        this.values = values;
    }

    static JsonTextSearch of(String text) {
        return new JsonTextSearch(JsonValue.in(text));
    }

    /** What stands, in order; of a text that is no JSON what the search finds in it. */
    List<Detection> find(String text, Search search) throws PrivacyFailure {
        List<Detection> whole = search.find(text, "");
        if (values.isEmpty()) {
            return whole;
        }
        List<Detection> found = new ArrayList<>();
        for (JsonValue value : values) {
            String written = text.substring(value.start(), value.end());
            if (!value.label().isEmpty() && (!value.number() || JsonWalk.isWorth(written, value.label()))) {
                for (Detection each : search.find(written, value.label())) {
                    Finding finding = each.finding();
                    found.add(at(each, value.start() + finding.start(), value.start() + finding.end()));
                }
            }
        }
        for (Detection each : whole) {
            if (isTold(text, each.finding(), search)) {
                found.add(each);
            }
        }
        found.replaceAll(this::widened);
        return Detection.standing(found);
    }

    /**
     * Whether what was found in the whole text is no key that only the key above it told: in {@code {"FullName": {"S": "..."}}} nobody
     * is called S. A key that tells by itself, a mail address, is one.
     */
    private boolean isTold(String text, Finding finding, Search search) throws PrivacyFailure {
        JsonValue value = nearest(finding);
        int start = text.lastIndexOf('"', finding.start() - 1) + 1;
        if (value != null && value.holds(finding.start(), finding.end())) {
            return true;
        }
        int end = JsonValue.closingQuote(text, start);
        if (start == 0 || end < finding.end() || !isBeforeColon(text, end)) {
            return true;
        }
        return search.find(text.substring(start, end), "").stream()
                .map(Detection::finding)
                .anyMatch(alone -> start + alone.start() < finding.end() && finding.start() < start + alone.end());
    }

    private static boolean isBeforeColon(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return text.startsWith(":", i);
    }

    private static Detection at(Detection each, int start, int end) {
        Finding finding = each.finding();
        return new Detection(each.detector(), new Finding(finding.type(), start, end, finding.value()), each.within());
    }

    private Detection widened(Detection each) {
        JsonValue number = number(each.finding());
        return number == null ? each : at(each, number.start(), number.end());
    }

    /** Whether a finding is a number, which stands without quotes. */
    boolean isNumber(Finding finding) {
        return number(finding) != null;
    }

    private @Nullable JsonValue number(Finding finding) {
        JsonValue value = nearest(finding);
        return value != null && value.number() && value.holds(finding.start(), finding.end()) ? value : null;
    }

    /** The last value that begins before it, or the first one. */
    private @Nullable JsonValue nearest(Finding finding) {
        int low = 0;
        int high = values.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (values.get(middle).start() <= finding.start()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return values.isEmpty() ? null : values.get(low);
    }
}
