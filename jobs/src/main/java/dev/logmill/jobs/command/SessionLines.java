package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.RedactedText;
import dev.logmill.curation.privacy.SeenValues;
import dev.logmill.curation.privacy.TextRedactor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lines of JSON objects with a text each, redacted in their order. What is found once in a session is replaced in all of its lines,
 * also in those before; so lines are held from the first one of a session on, until the input ends. Once more than so many chars
 * are held, all lines come out with what is known by then; what is found later still counts for the lines after. A line of no
 * session is one of its own. An object without a text comes out as it came; it is told. A text that is an object, an array or a
 * number is redacted as it is elsewhere in a record. Where a text cannot be redacted, it is left out, the other fields stay, and
 * {@value #ERROR} says why, in the place of the line.
 */
final class SessionLines {
    /** The field that says why a text was left out. */
    static final String ERROR = "redaction_error";

    private static final String RIGHT = "each line must be an object such as {\"text\": \"...\"}";

    private static final long MOST_CHARS = 50_000_000;

    /** What some programs begin a file with; no part of its first line. */
    private static final String BYTE_ORDER = "\ufeff";

    /** What a line takes beside its chars. */
    private static final int LINE = 100;

    private final TextRedactor redactor;
    private final Consumer<String> out;
    private final Refusal refusals;
    private final long mostChars;
    private final Map<String, SeenValues> seen = new HashMap<>();
    private final List<Held> held = new ArrayList<>();
    private long chars;

    /** Told of each line that is not redacted: which it is, what became of it, and why. */
    interface Refusal {
        void tell(long line, String why);
    }

    /** A line that waits, by its number from 1, and what it came as. */
    private record Held(long line, String text) {}

    SessionLines(TextRedactor redactor, Consumer<String> out, Refusal refusals) {
        this(redactor, out, refusals, MOST_CHARS);
    }

    /** @param mostChars of the lines that are held */
    SessionLines(TextRedactor redactor, Consumer<String> out, Refusal refusals, long mostChars) {
        this.redactor = redactor;
        this.out = out;
        this.refusals = refusals;
        this.mostChars = mostChars;
    }

    /** The next line. */
    void add(long line, String written) {
        String text = line == 1 && written.startsWith(BYTE_ORDER) ? written.substring(BYTE_ORDER.length()) : written;
        held.add(new Held(line, text));
        chars += text.length() + LINE;
        boolean waits = note(text);
        if ((held.size() == 1 && !waits) || chars > mostChars) {
            end();
        }
    }

    /** Tells all lines that are held. */
    void end() {
        held.forEach(each -> out.accept(redacted(each)));
        held.clear();
        chars = 0;
    }

    /** Takes note of what is found in a line of a session; false where it is of none. */
    private boolean note(String text) {
        try {
            JsonNode read = Json.parse(text);
            if (!isOne(read) || session(read).isEmpty()) {
                return false;
            }
            SeenValues values = seen.computeIfAbsent(session(read), none -> new SeenValues());
            redactor.noting(values).told(text(read), session(read));
            return true;
        } catch (IOException | PrivacyFailure toldWhenItComesOut) {
            return true;
        }
    }

    private static boolean isOne(JsonNode read) {
        return read.isObject() && read.hasNonNull("text");
    }

    /** What is to be redacted, as text. */
    private static String text(JsonNode object) {
        JsonNode text = object.path("text");
        return text.isContainerNode() ? text.toString() : text.asText();
    }

    private static String session(JsonNode object) {
        return object.path("session").asText();
    }

    private String redacted(Held line) {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        try {
            JsonNode read = Json.parse(line.text());
            if (isOne(read) && read instanceof ObjectNode object) {
                kept = object;
                return redacted(object).toString();
            }
            if (read.isObject()) {
                refusals.tell(line.line(), "has no text to redact and came back as it was");
                return line.text();
            }
            // What stands there in an object's place was given to be redacted.
            return leftOut(line, kept, "was left out: it is no object; " + RIGHT);
        } catch (IOException noJson) {
            return leftOut(line, kept, "was left out: it is no JSON; " + RIGHT);
        } catch (PrivacyFailure failure) {
            return leftOut(line, kept, unchecked(failure));
        }
    }

    /** The line without its text, which says why. */
    private String leftOut(Held line, ObjectNode kept, String why) {
        refusals.tell(line.line(), why);
        kept.remove("text");
        return kept.put(ERROR, "line %d %s".formatted(line.line(), why)).toString();
    }

    /** What is told of a line that could not be checked. */
    static String unchecked(PrivacyFailure failure) {
        return "was left out: it could not be checked (%s)".formatted(failure.detector());
    }

    /** A redacted text in the place of what it was: an object or an array again, or a text. */
    private static JsonNode node(JsonNode was, String redacted) throws PrivacyFailure {
        return was.isContainerNode()
                ? Json.container(redacted).orElseThrow(() -> new PrivacyFailure("its text did not stay JSON"))
                : TextNode.valueOf(redacted);
    }

    private ObjectNode redacted(ObjectNode object) throws PrivacyFailure {
        String session = session(object);
        String text = text(object);
        SeenValues known = seen.get(session);
        TextRedactor knowing = known == null ? redactor.knowing(text) : redactor.withSeen(known);
        RedactedText told = knowing.told(text, session);
        if (!told.entities().isEmpty()) {
            object.set("text", node(object.path("text"), told.text()));
        }
        ArrayNode entities = object.putArray("entities");
        told.entities().forEach(entity -> entities.addObject()
                .put("type", entity.type())
                .put("start", entity.start())
                .put("end", entity.end())
                .put("score", entity.score())
                .put("detector", entity.detector()));
        return object;
    }
}
