package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces identifiers in JSON text, which stays JSON of the same shape: keys keep their names unless they hold an
 * identifier, texts stay texts, and a text that holds JSON is gone through as JSON. A number that is a card or a phone
 * becomes a text. Two keys that would become one are told apart by a number behind.
 */
public final class JsonRedactor implements Serializable {
    private final TextRedactor texts;
    private final Pseudonyms pseudonyms;

    private final transient @Nullable FirstLook first;
    private final transient @Nullable SaidBefore before;

    public JsonRedactor(TextRedactor texts, Pseudonyms pseudonyms) {
        this(texts, pseudonyms, null, null);
    }

    private JsonRedactor(
            TextRedactor texts, Pseudonyms pseudonyms, @Nullable FirstLook first, @Nullable SaidBefore before) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
        this.first = first;
        this.before = before;
    }

    /**
     * One for a row that is gone over twice, with texts that take note of what they find and then with texts that find it: whatever
     * cannot change is left as it was.
     *
     * @param before what became of texts in earlier rows that were gone over in the same way, where the row repeats any
     */
    static JsonRedactor ofRow(TextRedactor texts, Pseudonyms pseudonyms, FirstLook first, Optional<SaidBefore> before) {
        return new JsonRedactor(texts, pseudonyms, first, before.orElse(null));
    }

    /** Text that is JSON goes through as JSON, other text as text. */
    public String redact(String text, String scope) throws PrivacyFailure {
        return before == null ? looked(text, false, Map.of(), scope) : redact(before, text, Optional.empty(), scope);
    }

    /** The same of a text that answers a question, unless it is JSON. */
    String answer(String text, Optional<Asked> asked, String scope) throws PrivacyFailure {
        Optional<Asked> answered = Json.mayBeContainer(text) ? Optional.empty() : asked;
        if (before != null) {
            return redact(before, text, answered, scope);
        }
        return answered.isEmpty()
                ? redact(text, scope)
                : answering(texts, answered).redact(text, scope);
    }

    /** A text as in an earlier row, with the notes that were taken of it there. */
    private String redact(SaidBefore known, String text, Optional<Asked> asked, String scope) throws PrivacyFailure {
        Optional<SaidBefore.Outcome> told = known.of(text, asked);
        SaidBefore.Outcome outcome = told.isPresent() ? told.get() : outcome(text, asked, scope);
        if (told.isEmpty()) {
            known.keep(text, asked, outcome);
        }
        texts.take(outcome);
        if (first != null && asked.isEmpty()) {
            first.keep(text, false, outcome.redacted());
        }
        return outcome.redacted();
    }

    private SaidBefore.Outcome outcome(String text, Optional<Asked> asked, String scope) throws PrivacyFailure {
        Optional<String> same =
                first == null || asked.isPresent() || texts.maySee(text) ? Optional.empty() : first.of(text, false);
        if (same.isPresent()) {
            return SaidBefore.Outcome.of(same.get());
        }
        SeenValues found = new SeenValues();
        Optional<NotedAliases> called = texts.freshAliases();
        String redacted = answering(texts.apart(found, called), asked).redact(text, scope);
        return new SaidBefore.Outcome(
                redacted,
                List.copyOf(found.noted()),
                called.map(NotedAliases::all).orElse(List.of()));
    }

    private JsonRedactor answering(TextRedactor each, Optional<Asked> asked) {
        return new JsonRedactor(asked.isEmpty() ? each : each.answering(asked.get()), pseudonyms);
    }

    private String looked(String text, boolean users, Map<String, String> known, String scope) throws PrivacyFailure {
        if (first == null) {
            return walk(users, known, scope).redact(text);
        }
        Optional<String> same = texts.maySee(text) ? Optional.empty() : first.of(text, users);
        String redacted =
                same.isPresent() ? same.get() : walk(users, known, scope).redact(text);
        first.keep(text, users, redacted);
        return redacted;
    }

    /** Whether it would replace anything in a text, of which no note is taken. */
    boolean finds(String text, String scope) throws PrivacyFailure {
        String redacted = unnoted(text, scope);
        boolean finds = !redacted.equals(text);
        if (first != null && !finds) {
            // What is found is not kept: where it is not what a schema lists, note of it is still to be taken.
            first.keep(text, false, redacted);
        }
        return finds;
    }

    private String unnoted(String text, String scope) throws PrivacyFailure {
        Optional<String> known = before == null ? Optional.empty() : before.unnoted(text);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<String> same = first == null || texts.maySee(text) ? Optional.empty() : first.of(text, false);
        String redacted =
                same.isPresent() ? same.get() : new JsonRedactor(texts.unnoted(), pseudonyms).redact(text, scope);
        if (before != null) {
            before.keepUnnoted(text, redacted);
        }
        return redacted;
    }

    /** A value under a key, redacted as anywhere; the very same where nothing was found. */
    JsonNode redact(JsonNode node, String label, String scope) throws PrivacyFailure {
        return walk(false, Map.of(), scope).node(node, label);
    }

    /** A key, redacted, that no other field of the object has. */
    String key(JsonNode from, ObjectNode to, String key, String scope) throws PrivacyFailure {
        return JsonWalk.free(from, to, texts.redact(key, scope), key);
    }

    /** The same of a text that may be absent. */
    Optional<String> redact(Optional<String> text, String scope) throws PrivacyFailure {
        return text.isEmpty() ? text : Optional.of(redact(text.get(), scope));
    }

    /**
     * The same, where a value under a key such as {@code user_id} is known to name a person; see {@link UserKeys}.
     *
     * @param known ids and what stands for them, under whatever key they are
     */
    public String redactWithUsers(String text, Map<String, String> known, String scope) throws PrivacyFailure {
        return looked(text, true, known, scope);
    }

    private JsonWalk walk(boolean users, Map<String, String> known, String scope) {
        return new JsonWalk(texts, pseudonyms, scope, users, known);
    }

    /** What stands for a text that is somebody's name as a whole. */
    String name(String text, String scope) throws PrivacyFailure {
        return texts.name(text, scope);
    }
}
