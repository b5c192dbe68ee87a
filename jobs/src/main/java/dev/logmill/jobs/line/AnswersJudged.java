package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.JudgedAnswers;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.SparkLake;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Counts the answers of each agent version that feedback judged, as they were last scored before tonight. An answer that
 * several versions gave counts for each. Of the window's labels and edges only a few columns are read.
 */
final class AnswersJudged {
    /** Sums of doubles depend on their order, sums of these do not. */
    private static final double BILLION = 1e9;

    private AnswersJudged() {}

    /** As much of a label as says whether its answer is good. */
    record Opinion(String pairId, LocalDate asOf, double probability, List<String> channels) {}

    /** As much of an edge as says whose answer it is. */
    record Answer(String pairId, String agent, String agentVersion, boolean terminal, LocalDate night) {}

    /** One thing that is known of a pair. */
    record Fact(Optional<Opinion> label, Optional<Answer> answer) {}

    /** What some answers of an agent version add up to. */
    record Tally(String agent, long answers, long billionthsGood) {
        Tally plus(Tally other) {
            return new Tally(agent, answers + other.answers, billionthsGood + other.billionthsGood);
        }

        JudgedAnswers judged() {
            return new JudgedAnswers(answers, billionthsGood / BILLION);
        }
    }

    /** By the key of agent and version. */
    static Map<String, JudgedAnswers> of(Night night, LocalDate from) {
        SparkLake tables = night.tables();
        LocalDate asOf = night.asOf();
        List<DataFile> labels = files(night.state(CurationTables.LABELS).files(), "as_of", from, asOf.minusDays(1));
        if (labels.isEmpty()) {
            return Map.of();
        }
        HashSet64 judged = new HashSet64(tables.read(CurationTables.LABELS, labels, Opinion.class)
                .filter(label -> label.asOf().isBefore(asOf) && JudgedAnswers.judge(label.channels()))
                .map(label -> ScoreJob.bits(label.pairId()))
                .distinct()
                .collect());
        if (judged.isEmpty()) {
            return Map.of();
        }
        List<DataFile> provenance = files(night.state(CurationTables.PROVENANCE).files(), "night", from, asOf);
        JavaPairRDD<String, Fact> facts = tables.read(CurationTables.LABELS, labels, Opinion.class)
                .filter(label -> judged.mayHold(ScoreJob.bits(label.pairId()))
                        && label.asOf().isBefore(asOf)
                        && !label.asOf().isBefore(from))
                .mapToPair(label -> new Tuple2<>(label.pairId(), new Fact(Optional.of(label), Optional.empty())))
                .union(tables.read(CurationTables.PROVENANCE, provenance, Answer.class)
                        .filter(edge -> edge.terminal()
                                && judged.mayHold(ScoreJob.bits(edge.pairId()))
                                && !edge.night().isBefore(from))
                        .mapToPair(edge -> new Tuple2<>(edge.pairId(), new Fact(Optional.empty(), Optional.of(edge)))));
        Map<String, Tally> tallies = new TreeMap<>();
        ByKey.group(facts, Fact.class, night.spark().defaultParallelism(), AnswersJudged::tallies)
                .setName("curate: answers that feedback judged")
                .collect()
                .forEach(tally -> tallies.merge(tally.agent(), tally, Tally::plus));
        Map<String, JudgedAnswers> answers = new TreeMap<>();
        tallies.forEach((agent, tally) -> answers.put(agent, tally.judged()));
        return answers;
    }

    private static List<DataFile> files(List<DataFile> files, String column, LocalDate from, LocalDate to) {
        return files.stream()
                .filter(file -> file.mayHold(column, from.toEpochDay(), to.toEpochDay()))
                .toList();
    }

    private static Iterator<Tally> tallies(Iterator<Groups.Group<Fact>> pairs) {
        Map<String, Tally> tallies = new TreeMap<>();
        pairs.forEachRemaining(pair -> {
            Optional<Opinion> latest = pair.rows().stream()
                    .flatMap(fact -> fact.label().stream())
                    .max(Comparator.comparing(Opinion::asOf))
                    .filter(label -> JudgedAnswers.judge(label.channels()));
            latest.ifPresent(label -> pair.rows().stream()
                    .flatMap(fact -> fact.answer().stream())
                    .map(answer -> AgentMeasures.key(answer.agent(), answer.agentVersion()))
                    .distinct()
                    .map(agent -> new Tally(agent, 1, Math.round(label.probability() * BILLION)))
                    .forEach(tally -> tallies.merge(tally.agent(), tally, Tally::plus)));
        });
        return tallies.values().iterator();
    }
}
