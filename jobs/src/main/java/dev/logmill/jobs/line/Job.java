package dev.logmill.jobs.line;

import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.config.SettingsDigest;
import java.util.List;
import java.util.Optional;

/** One box of the line: reads tables (ingest: objects), writes tables, calls no other job. */
public interface Job {
    /** Its name on the command line, in the plan and in the journal. */
    String name();

    /** The tables that it may write: what is undone where it is stopped half-way. */
    List<Table<?>> writes();

    /**
     * Digest of the settings whose change is work for this job though nothing else is new. Other settings of a job hold for
     * what comes from then on.
     */
    default String settings(LogmillConfig config) {
        return SettingsDigest.of();
    }

    /** Looks at what is new; nothing where there is nothing to do. Writes nothing. */
    Optional<Work> prepare(Night night);

    /** The same, with what a person should know even where there is nothing to do. */
    default Looked look(Night night) {
        return new Looked(prepare(night), List.of());
    }

    /**
     * What a look at what is new came to.
     *
     * @param work nothing where there is nothing to do
     * @param warnings a sentence each; never text of the log
     */
    record Looked(Optional<Work> work, List<String> warnings) {
        public Looked {
            warnings = List.copyOf(warnings);
        }
    }

    /** The work itself. */
    interface Work {
        /** Does it, commits it, and says what was done. */
        Done run();
    }
}
