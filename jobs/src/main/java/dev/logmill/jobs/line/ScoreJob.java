package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.config.SettingsDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Signals to labels: pairs that are new tonight, and old ones that late signals speak about. */
public final class ScoreJob implements Job {
    public static final String NAME = "score";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(CurationTables.LABELS, CurationTables.PREFERENCES);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        boolean sameSignals = night.batchOf(IngestJob.NAME) == night.before().consumedOf(IngestJob.NAME);
        boolean samePairs = night.batchOf(CurateJob.NAME) == night.before().consumedOf(CurateJob.NAME);
        return sameSignals && samePairs && !changed(night) ? Optional.empty() : Optional.of(() -> score(night));
    }

    @Override
    public String settings(LogmillConfig config) {
        return SettingsDigest.of(config.labels());
    }

    /**
     * Whether signals weigh otherwise than they did, or some were erased, or people who had produced a pair too: then every pair
     * is labelled anew.
     */
    static boolean changed(Night night) {
        return night.changed(new ScoreJob().settings(night.config()))
                || night.batchOf(Line.ERASE) != night.before().consumedOf(Line.ERASE);
    }

    private static Map<String, Long> workedOff(Night night) {
        Map<String, Long> batches = new TreeMap<>();
        batches.put(IngestJob.NAME, night.batchOf(IngestJob.NAME));
        batches.put(CurateJob.NAME, night.batchOf(CurateJob.NAME));
        if (night.batchOf(Line.ERASE) > 0) {
            batches.put(Line.ERASE, night.batchOf(Line.ERASE));
        }
        return batches;
    }

    private static Done score(Night night) {
        RecordSpans records = RecordSpans.of(night);
        ScoreMaterial material = ScoreMaterial.of(night, records);
        long labels = Labels.commit(night, material);
        long preferences = Preferences.commit(night, material);
        List<String> warnings = UnknownTraces.warnings(night, records, material.places());
        material.unpersist();
        return new Done(
                Map.of("labels", labels, "preferences", preferences), Map.of(), workedOff(night), warnings, List.of());
    }

    /** Ids are digests: their first 64 bits are as good as any. */
    static long bits(String id) {
        return Long.parseUnsignedLong(id.substring(0, 16), 16);
    }
}
