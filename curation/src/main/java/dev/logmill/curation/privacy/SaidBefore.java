package dev.logmill.curation.privacy;

import java.util.List;
import java.util.Optional;

/** What became of texts that were said before in a scope, with what was noted of them. */
final class SaidBefore {
    private static final String UNNOTED = "\nunnoted";

    private final RecentTexts<Outcome> recent;
    private final String look;

    /**
     * What became of a text.
     *
     * @param noted what was found in it
     * @param aliases what its placeholders would be called elsewhere
     */
    record Outcome(String redacted, List<SeenValues.Noted> noted, List<NotedAliases.Alias> aliases) {
        /** Of a text in which nothing is found that was not known. */
        static Outcome of(String redacted) {
            return new Outcome(redacted, List.of(), List.of());
        }
    }

    /**
     * Those of one way to look.
     *
     * @param look the scope, and all else beside the text that its outcome depends on
     */
    SaidBefore(RecentTexts<Outcome> recent, String look) {
        this.recent = recent;
        this.look = look;
    }

    /** What became of a text that answers a question, or of one that answers none. */
    Optional<Outcome> of(String text, Optional<Asked> asked) {
        return recent.of(text, label(asked));
    }

    void keep(String text, Optional<Asked> asked, Outcome outcome) {
        recent.keep(text, label(asked), outcome);
    }

    private String label(Optional<Asked> asked) {
        return asked.isEmpty()
                ? look
                : look + '\n' + asked.get().things() + asked.get().sentence();
    }

    /** What would become of a text of which no note was taken. */
    Optional<String> unnoted(String text) {
        return recent.of(text, look + UNNOTED).map(Outcome::redacted);
    }

    void keepUnnoted(String text, String redacted) {
        recent.keep(text, look + UNNOTED, Outcome.of(redacted));
    }
}
