package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Role;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that logs have for the roles. */
final class Speaker {
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("system", Role.SYSTEM),
            Map.entry("developer", Role.DEVELOPER),
            Map.entry("user", Role.USER),
            Map.entry("human", Role.USER),
            Map.entry("assistant", Role.ASSISTANT),
            Map.entry("ai", Role.ASSISTANT),
            Map.entry("model", Role.ASSISTANT),
            Map.entry("bot", Role.ASSISTANT),
            Map.entry("chatbot", Role.ASSISTANT),
            Map.entry("gpt", Role.ASSISTANT),
            Map.entry("tool-call", Role.ASSISTANT),
            // OpenLLMetry's word for a chunk of an answer of LangChain's.
            Map.entry("unknown", Role.ASSISTANT),
            Map.entry("tool", Role.TOOL),
            Map.entry("function", Role.TOOL),
            Map.entry("tool-response", Role.TOOL),
            Map.entry("tool_response", Role.TOOL),
            Map.entry("tool-result", Role.TOOL),
            Map.entry("tool_result", Role.TOOL),
            Map.entry("function_response", Role.TOOL),
            Map.entry("observation", Role.TOOL),
            // Llama's.
            Map.entry("ipython", Role.TOOL));

    /** As enums and classes are printed: {@code MessageRole.SYSTEM}, {@code AIMessageChunk}. */
    private static final Pattern PRINTED = Pattern.compile("^messagerole[.]|message(chunk)?$");

    private Speaker() {}

    /** Whether a message says who speaks, by a name that is known. */
    static boolean isKnown(JsonNode message) {
        return ROLES.containsKey(plain(Fields.word(message, "role")));
    }

    private static String plain(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return ROLES.containsKey(small) ? small : PRINTED.matcher(small).replaceAll("");
    }

    /** The role of a message that stands at {@code place}; who speaks under an unknown name cannot be told. */
    static Role of(JsonNode message, String place) throws UnreadableRecord {
        String name = Fields.word(message, "role");
        Role role = ROLES.get(plain(name));
        if (role == null) {
            throw new UnreadableRecord(
                    name.isEmpty() ? QuarantineReason.MISSING_FIELD : QuarantineReason.INVALID_FIELD,
                    place + ".role: none of "
                            + String.join(", ", ROLES.keySet().stream().sorted().toList()));
        }
        return role;
    }
}
