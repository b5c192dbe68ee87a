package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Span;
import java.util.Map;
import java.util.Optional;

/**
 * A span that was gone over once.
 *
 * @param logged as the log has it
 * @param known its ids, and what stands for them
 * @param scope what its marks are keyed by
 * @param first what became of its texts
 * @param aliases what its placeholders would be called in its trace, where they are its session's
 * @param redacted without what was found in the span itself
 */
record OnceOver(
        Span logged,
        Map<String, String> known,
        String scope,
        FirstLook first,
        Optional<NotedAliases> aliases,
        Span redacted) {}
