package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Role;
import java.util.Locale;
import java.util.Map;

/** The names that logs have for the roles. */
final class Speaker {
    private static final Map<String, Role> ROLES = Map.of(
            "system", Role.SYSTEM,
            "developer", Role.DEVELOPER,
            "user", Role.USER,
            "human", Role.USER,
            "assistant", Role.ASSISTANT,
            "ai", Role.ASSISTANT,
            "model", Role.ASSISTANT,
            "tool", Role.TOOL,
            "function", Role.TOOL);

    private Speaker() {}

    /** Whether a message says who speaks, by a name that is known. */
    static boolean isKnown(JsonNode message) {
        return ROLES.containsKey(Fields.word(message, "role").toLowerCase(Locale.ROOT));
    }

    /** The role of somebody whom a framework calls by a name of its own: smolagents' calls are the model's. */
    static String ofOthers(String name) {
        return name.equals("tool-call") ? "assistant" : "user";
    }

    /** The role of a message that stands at {@code place}; who speaks under an unknown name cannot be told. */
    static Role of(JsonNode message, String place) throws UnreadableRecord {
        String name = Fields.word(message, "role");
        Role role = ROLES.get(name);
        if (role == null) {
            role = ROLES.get(name.toLowerCase(Locale.ROOT));
        }
        if (role == null) {
            throw new UnreadableRecord(
                    name.isEmpty() ? QuarantineReason.MISSING_FIELD : QuarantineReason.INVALID_FIELD,
                    place + ".role: none of "
                            + String.join(", ", ROLES.keySet().stream().sorted().toList()));
        }
        return role;
    }
}
