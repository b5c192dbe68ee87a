package dev.logmill.jobs.line;

import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Occurrence;
import java.io.Serializable;

/**
 * The leak groups of one edge, by anchor.
 *
 * @param own that of its person, session and run
 * @param input that of its input: another only where very many people sent it
 */
record EdgeGroups(String own, String input) implements Serializable {
    static EdgeGroups of(LeakGroups groups, Occurrence occurrence) {
        return new EdgeGroups(groups.anchorOf(occurrence), groups.inputAnchorOf(occurrence));
    }
}
