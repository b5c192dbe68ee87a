package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.agent.NarrownessConfig;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.privacy.KeptWords;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.export.dataset.DatasetsConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration file as it is written, before paths and dialects are resolved. */
record Settings(
        String lake,
        String published,
        PrivacySettings privacy,
        List<SourceSettings> sources,
        IngestConfig ingest,
        PairConfig pairs,
        LeakConfig leakGroups,
        NarrownessConfig narrowness,
        LabelConfig labels,
        SuitesConfig suites,
        DatasetsConfig datasets,
        EvaluateConfig evaluate,
        Map<String, String> spark,
        Map<String, String> storage) {
    /** What holds where the file says nothing. */
    static Settings defaults() {
        return new Settings(
                "lake",
                "published",
                new PrivacySettings(Optional.empty(), "pseudonym.key", 1, List.of(), VaultSettings.defaults()),
                List.of(),
                IngestConfig.defaults(),
                PairConfig.defaults(),
                LeakConfig.defaults(),
                NarrownessConfig.defaults(),
                LabelConfig.defaults(),
                SuitesConfig.defaults(),
                DatasetsConfig.defaults(),
                EvaluateConfig.defaults(),
                Map.of(),
                Map.of());
    }

    /**
     * Where the key of pseudonyms is.
     *
     * @param keyEnv name of the environment variable that holds it; comes first
     * @param keyFile the file that holds it, relative to the configuration file
     * @param keyVersion which key of the deployment it is, from 1; pseudonyms carry it
     * @param vault where the master key of sealed originals is
     */
    record PrivacySettings(
            Optional<String> keyEnv, String keyFile, int keyVersion, List<String> keep, VaultSettings vault) {
        private static final int HIGHEST = 999;

        List<String> problems(String prefix) {
            List<String> problems = new ArrayList<>(KeptWords.problems(prefix + "keep", keep));
            if (keyVersion < 1 || keyVersion > HIGHEST) {
                problems.add("%skey-version must be in [1, %d], was %d".formatted(prefix, HIGHEST, keyVersion));
            }
            return problems;
        }
    }

    /**
     * Where the master key of the vault is, and the one before it until all keys are wrapped anew. A service comes before the
     * environment, and that before a file.
     *
     * @param keyService address of a key of a key management service
     */
    record VaultSettings(
            Optional<String> keyService,
            Optional<String> keyEnv,
            String keyFile,
            Optional<String> previousKeyService,
            Optional<String> previousKeyEnv,
            Optional<String> previousKeyFile) {
        static VaultSettings defaults() {
            return new VaultSettings(
                    Optional.empty(),
                    Optional.empty(),
                    "vault.key",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * One source.
     *
     * @param privacy the mode of its rows
     * @param agentPrivacy the mode of an agent's rows where it is another, by the agent's name as the log has it
     * @param scores what the numbers of its scores mean, by their names
     * @param mapping what the fields of its records mean, for dialect mapped
     * @param mappingFile a file that holds the mapping instead, relative to the configuration file
     * @param preset a format that dialect mapped knows; what the mapping says stands above it
     */
    record SourceSettings(
            String name,
            String path,
            String dialect,
            Optional<String> project,
            Optional<String> privacy,
            Map<String, String> agentPrivacy,
            Map<String, ScoreScales.Scale> scores,
            Optional<JsonNode> mapping,
            Optional<String> mappingFile,
            Optional<String> preset) {}
}
