package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.export.target.ArgumentForm;
import java.util.Optional;
import java.util.Set;

/** Roles that the target knows; a chat template leaves out the message of any other. */
final class KnownRoles implements RowRule {
    private static final Set<String> EVERYWHERE = Set.of("system", "user", "assistant", "tool");

    @Override
    public Optional<String> breach(Row row) {
        // Chat templates, which take objects, know no developer.
        boolean developer = row.target().arguments() == ArgumentForm.STRING;
        int at = 0;
        for (JsonNode message : row.conversation().messages()) {
            String role = message.path("role").asText();
            if (!EVERYWHERE.contains(role) && !(developer && role.equals("developer"))) {
                return Optional.of("message %d has an unknown role of %d characters".formatted(at, role.length()));
            }
            at++;
        }
        return Optional.empty();
    }
}
