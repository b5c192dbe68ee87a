package dev.logmill.jobs.config;

import dev.logmill.curation.agent.NarrownessConfig;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.ObjectNames;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.vault.MasterKeys;
import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.export.dataset.DatasetsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a person configures, checked and resolved: paths are absolute, dialects are made.
 *
 * @param lake the root of the tables
 * @param published the root of suites and datasets
 * @param sources where logs come from
 * @param redaction what privacy makes of each source's rows, by source name
 * @param vault the master keys of sealed originals; none where no source seals
 * @param ingest how raw objects are read
 * @param pairs how pairs are judged
 * @param leak how leak groups are made and drawn
 * @param narrowness what an agent must be like to be published without a person
 * @param labels what signals weigh
 * @param suites how suites are drawn
 * @param datasets how datasets are selected
 * @param evaluate how models are asked and compared
 * @param spark settings handed to Spark as they are
 * @param storage settings handed to Hadoop's file systems as they are
 * @param keyFingerprint what the key of pseudonyms is known by; empty where it was read without one
 * @param digest SHA-256 of all settings that results depend on, defaults and mappings among them, hex
 */
public record LogmillConfig(
        String lake,
        String published,
        List<SourceConfig> sources,
        Map<String, Redaction> redaction,
        Optional<MasterKeys> vault,
        IngestConfig ingest,
        PairConfig pairs,
        LeakConfig leak,
        NarrownessConfig narrowness,
        LabelConfig labels,
        SuitesConfig suites,
        DatasetsConfig datasets,
        EvaluateConfig evaluate,
        Map<String, String> spark,
        StorageSettings storage,
        String keyFingerprint,
        String digest) {
    public LogmillConfig {
        sources = List.copyOf(sources);
        redaction = new TreeMap<>(redaction);
        spark = new TreeMap<>(spark);
    }

    /** What privacy makes of a source's rows. */
    public Redaction redaction(SourceConfig source) {
        Redaction known = redaction.get(source.name());
        if (known == null) {
            throw new IllegalStateException("Source %s has no privacy".formatted(source.name()));
        }
        return known;
    }

    /** What each source's objects are called in tables and messages, by source name. */
    public Map<String, ObjectNames> objectNames() {
        Map<String, ObjectNames> names = new TreeMap<>();
        sources.forEach(source -> names.put(source.name(), new ObjectNames(source.dialect(), redaction(source))));
        return names;
    }

    /** The same, with every model at another place: the demo's server takes whatever port is free. */
    public LogmillConfig withModelsAt(String url) {
        Map<String, EndpointConfig> models = new TreeMap<>();
        evaluate.models().forEach((name, endpoint) -> models.put(name, endpoint.at(url)));
        return with(redaction, evaluate.with(models));
    }

    /** The same, with other things made of each source's rows. */
    public LogmillConfig withRedaction(Map<String, Redaction> other) {
        return with(other, evaluate);
    }

    private LogmillConfig with(Map<String, Redaction> otherRedaction, EvaluateConfig otherEvaluate) {
        return new LogmillConfig(
                lake,
                published,
                sources,
                otherRedaction,
                vault,
                ingest,
                pairs,
                leak,
                narrowness,
                labels,
                suites,
                datasets,
                otherEvaluate,
                spark,
                storage,
                keyFingerprint,
                digest);
    }
}
