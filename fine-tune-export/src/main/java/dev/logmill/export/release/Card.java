package dev.logmill.export.release;

import dev.logmill.export.target.Feature;
import dev.logmill.export.target.TargetFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The README of a version: what a person reads, under the YAML that Hugging Face {@code datasets} reads. Features are
 * declared and counts are exact, since the loader would guess the one and checks the other.
 */
public final class Card {
    private static final List<String> SPLITS = List.of("train", "validation", "test");

    /** The first release of Hugging Face {@code datasets} that reads {@link Feature.Type#LIST_OF_JSON}. */
    private static final String LEAST_DATASETS = "4.7.0";

    private final String dataset;
    private final LocalDate night;
    private final String license;
    private final ReleaseFiles files;
    private final Map<String, Long> leftOut;

    /**
     * The card of written files.
     *
     * @param license as Hugging Face spells it
     * @param leftOut how much was refused, by reason
     */
    public Card(String dataset, LocalDate night, String license, ReleaseFiles files, Map<String, Long> leftOut) {
        this.dataset = dataset;
        this.night = night;
        this.license = license;
        this.files = files;
        this.leftOut = new TreeMap<>(leftOut);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        StringBuilder card = new StringBuilder("---\n");
        card.append("license: \"").append(license).append("\"\n");
        // Quoted: a name of digits alone, or "null", would be no text to a reader of YAML.
        card.append("pretty_name: \"").append(dataset).append("\"\n");
        card.append("configs:\n");
        files.configs().values().forEach(config -> dataFiles(card, config));
        card.append("dataset_info:\n");
        files.configs().values().forEach(config -> info(card, config));
        card.append("---\n\n");
        text(card);
        return card.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void dataFiles(StringBuilder card, ReleaseFiles.Config config) {
        card.append("- config_name: ").append(config.folder()).append("\n  data_files:\n");
        for (String split : SPLITS) {
            if (config.rows().containsKey(split)) {
                card.append("  - split: ").append(split).append("\n    path: ");
                card.append(config.folder()).append('/').append(split).append(".jsonl\n");
            }
        }
    }

    private static void info(StringBuilder card, ReleaseFiles.Config config) {
        card.append("- config_name: ").append(config.folder()).append("\n  features:\n");
        for (Feature feature : config.features()) {
            card.append("  - name: ")
                    .append(feature.name())
                    .append("\n    ")
                    .append(feature.type().yaml())
                    .append('\n');
        }
        card.append("  splits:\n");
        for (String split : SPLITS) {
            Long rows = config.rows().get(split);
            if (rows != null) {
                card.append("  - name: ")
                        .append(split)
                        .append("\n    num_bytes: ")
                        .append(config.bytes().get(split));
                card.append("\n    num_examples: ").append(rows).append('\n');
            }
        }
    }

    private void text(StringBuilder card) {
        card.append("# ").append(dataset).append(", ").append(night).append("\n\n");
        card.append(
                "Examples curated by Logmill from an agent's own logs. Identifiers of people were replaced before anything was\n");
        card.append("stored; users and sessions are keyed pseudonyms.\n\n## What is in it\n\n");
        card.append("| folder | train | validation | test |\n|---|---|---|---|\n");
        files.configs().values().forEach(config -> {
            card.append("| ").append(config.folder());
            SPLITS.forEach(split -> card.append(" | ").append(config.rows().getOrDefault(split, 0L)));
            card.append(" |\n");
        });
        card.append("\nFolders of one kind hold the same examples in different shapes:\n\n");
        files.targets().forEach(target -> card.append("- `")
                .append(target.folder())
                .append("`: ")
                .append(target.target().note())
                .append('\n'));
        card.append(
                "\nFolders with `-preference` hold a better and a worse answer to one input, folders with `-plain` the rows\n");
        card.append(
                "without tools where others have them. Rows that share a person, a session, a run or an input are on one\n");
        card.append(
                "side. A later version may take rows from train to validation or test, never back: test with the version that\n");
        card.append(
                "you trained on, or a later one only with rows that it did not have. Nothing in train and validation is asked\n");
        card.append("by an eval suite that was live when it was published.\n");
        if (files.undeclared() > 0) {
            card.append(
                    "\n%d examples call tools where the log does not say which were offered. Their rows name no tools, and a\n"
                            .formatted(files.undeclared()));
            card.append("model learns to call them unasked: ask the trained model without tools too, or log them.\n");
        }
        card.append("\n## What was left out\n\n");
        if (leftOut.isEmpty() && files.excluded().isEmpty()) {
            card.append("Nothing.\n");
        }
        leftOut.forEach((reason, count) ->
                card.append("- ").append(reason).append(": ").append(count).append('\n'));
        files.excluded().forEach((reason, count) -> card.append("- not carried by ")
                .append(reason)
                .append(": ")
                .append(count)
                .append('\n'));
        files.targets().stream()
                .map(TargetFormat::folder)
                .filter(folder -> files.configs().containsKey(folder))
                .reduce((first, last) -> last)
                .ifPresent(folder -> {
                    card.append("\n## How to load it\n\nWith `datasets` ").append(LEAST_DATASETS);
                    card.append(" or newer; older ones do not know columns of JSON.\n\n");
                    card.append("```python\nfrom datasets import load_dataset\n\n");
                    card.append("train = load_dataset(\"PATH/TO/THIS/FOLDER\", \"")
                            .append(folder)
                            .append("\", split=\"train\")\n```\n");
                });
    }
}
