package dev.logmill.export.target;

import dev.logmill.curation.trace.Role;

/** What targets write alike in a message. */
final class MessageJson {
    private MessageJson() {}

    /** A role by the name that all targets share. */
    static String role(Role role) {
        return switch (role) {
            case SYSTEM -> "system";
            case DEVELOPER -> "developer";
            case USER -> "user";
            case ASSISTANT -> "assistant";
            case TOOL -> "tool";
        };
    }
}
