package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the spans of a trace call those whom feedback, which knows the trace and not the session, calls by other placeholders. It
 * depends on which spans there are and not on their order; what two of them tell differently is not told.
 */
public final class Aliases {
    /** The attribute of a span that has them, by what the trace's scope would call each. */
    static final String KEY = "logmill.aliases";

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();

    /** Takes what a span's attributes tell. */
    public void add(String attributes) {
        if (attributes.contains(KEY)) {
            Json.container(attributes).map(all -> all.path(KEY)).ifPresent(told -> told.properties()
                    .forEach(alias -> add(alias.getKey(), alias.getValue())));
        }
    }

    private void add(String alias, JsonNode name) {
        String other = names.putIfAbsent(alias, name.asText());
        if (other != null && !other.equals(name.asText())) {
            doubtful.add(alias);
        }
    }

    /**
     * The text of feedback with the placeholders that the spans have. Those that they know nothing of stay, and so do those that the
     * answer has itself: a span that knows no session calls people as its trace does, whatever the span above it knows.
     *
     * @param answered what the feedback is about, with the answer
     */
    public String in(String text, String answered) {
        return names.isEmpty() ? text : Placeholder.renamed(text, name -> named(name, answered));
    }

    private String named(String alias, String answered) {
        return doubtful.contains(alias) || answered.contains(alias) ? alias : names.getOrDefault(alias, alias);
    }
}
