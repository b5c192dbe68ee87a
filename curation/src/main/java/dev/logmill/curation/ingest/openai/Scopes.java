package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places beside request and response where ids, times and marks may stand: the record, then its metadata. */
final class Scopes {
    private static final Set<Key> PERSONAL = Set.of(Key.SUBJECT, Key.SESSION);

    private final List<Scope> scopes = new ArrayList<>();

    private record Scope(String place, JsonNode fields, Set<String> used) {}

    /** A value, and the name that it stands under. */
    record Found(String name, JsonNode value) {}

    Scopes(JsonNode record, JsonNode request) {
        add("", record);
        add("metadata", record.path("metadata"));
        add("request.metadata", request.path("metadata"));
        // Helicone's properties, which the application gives.
        add("request_properties", record.path("request_properties"));
        add("properties", record.path("properties"));
        add("metadata.requester_metadata", record.path("metadata").path("requester_metadata"));
    }

    private void add(String place, JsonNode fields) {
        if (fields.isObject()) {
            scopes.add(new Scope(place, fields, new HashSet<>()));
        }
    }

    /** The first value of a key that is not empty; it is then used. Of ids of people no other name is left over either. */
    Optional<Found> find(Key key) {
        Found first = null;
        for (Scope scope : key == Key.NAME ? record() : scopes) {
            for (String name : key.names()) {
                JsonNode value = scope.fields.path(name);
                boolean counts = first == null && !Fields.isEmpty(value);
                if (counts) {
                    first = new Found(name, value);
                }
                if (counts || PERSONAL.contains(key)) {
                    scope.used.add(name);
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /** A name in metadata, which the application gives, may be anybody's and is none of the call. */
    private List<Scope> record() {
        return scopes.stream().filter(scope -> scope.place.isEmpty()).toList();
    }

    /** The text of a key, where it is one and not blank. */
    Optional<String> text(Key key) {
        return find(key).flatMap(found -> Fields.text(found.value())).filter(text -> !text.isBlank());
    }

    /** Puts what was not used among the fields that have no place; {@code elsewhere} are fields of the record. */
    void keepRest(Fields fields, Set<String> elsewhere) {
        scopes.get(0).used.addAll(elsewhere);
        for (Scope scope : scopes) {
            scopes.stream()
                    .filter(inner -> isInside(inner, scope))
                    .forEach(inner -> scope.used.add(inner.place.substring(inner.place.lastIndexOf('.') + 1)));
            fields.keepRest(scope.place, scope.fields, scope.used);
        }
    }

    private static boolean isInside(Scope inner, Scope outer) {
        int dot = inner.place.lastIndexOf('.');
        return !inner.place.isEmpty() && outer.place.equals(dot < 0 ? "" : inner.place.substring(0, dot));
    }
}
