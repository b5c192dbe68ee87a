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
        found.addAll(whole);
        found.replaceAll(this::widened);
        return Detection.standing(found);
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
        JsonValue value = values.isEmpty() ? null : values.get(low);
        return value != null && value.number() && value.holds(finding.start(), finding.end()) ? value : null;
    }
}
