package dev.logmill.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What can be said of Spark's settings before Spark starts, which takes a misspelt master for a bug and a misspelt number for
 * none.
 *
 * @see <a href="https://spark.apache.org/docs/latest/submitting-applications.html#master-urls">Master URLs</a>
 * @see <a href="https://spark.apache.org/docs/latest/configuration.html#spark-properties">Spark properties</a>
 */
final class SparkSettings {
    private static final String PREFIX = "spark.";
    private static final Pattern MASTER = Pattern.compile(
            "local(\\[([1-9]\\d*|\\*)(,\\s*\\d+)?])?|local-cluster\\[[\\d,\\s]+]|yarn|(spark|k8s)://\\S+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\d+([kmgtp]?b?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern SIZES =
            Pattern.compile(".*\\.(memory|memoryOverhead|maxResultSize|buffer|buffer\\.max)");
    private static final Pattern COUNTS =
            Pattern.compile(".*\\.(cores|cores\\.max|instances|partitions|parallelism|maxFailures)");

    /** What makes a kind of master known to Spark. */
    private static final Map<String, String> MANAGERS = Map.of(
            "yarn", "org.apache.spark.scheduler.cluster.YarnClusterManager",
            "k8s://", "org.apache.spark.scheduler.cluster.k8s.KubernetesClusterManager");

    private SparkSettings() {}

    /** What is wrong with the settings, each with its key and what would be right. */
    static List<String> problems(Map<String, String> settings) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(settings).forEach((key, value) -> problem(key, value.strip())
                .ifPresent(problem -> problems.add("spark.\"%s\" %s, was %s".formatted(key, problem, value))));
        return problems;
    }

    private static Optional<String> problem(String key, String value) {
        if (!key.startsWith(PREFIX)) {
            return Optional.of("is no setting of Spark: those begin with spark.");
        }
        if (key.equals("spark.master")) {
            return unless(MASTER, value, "must be local, local[N], local[*], spark://HOST:PORT, k8s://URL or yarn")
                    .or(() -> absent(value));
        }
        if (SIZES.matcher(key).matches()) {
            return unless(SIZE, value, "must be a size such as 512m or 4g");
        }
        return COUNTS.matcher(key).matches()
                ? unless(COUNT, value, "must be a whole number from 1 on")
                : Optional.empty();
    }

    /** Spark as Maven brings it runs on a laptop and on Spark's own clusters; the others need a distribution that has them. */
    private static Optional<String> absent(String master) {
        String lower = master.toLowerCase(Locale.ROOT);
        return MANAGERS.entrySet().stream()
                .filter(manager -> lower.startsWith(manager.getKey()))
                .filter(manager -> SparkSettings.class
                                .getClassLoader()
                                .getResource(manager.getValue().replace('.', '/') + ".class")
                        == null)
                .map(manager -> "needs a Spark that has it: start Logmill with that Spark's spark-submit")
                .findFirst();
    }

    private static Optional<String> unless(Pattern right, String value, String otherwise) {
        return right.matcher(value).matches() ? Optional.empty() : Optional.of(otherwise);
    }
}
