package dev.logmill.jobs.config;

import java.util.ArrayList;
import java.util.List;
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
            "local(\\[(\\d+|\\*)(,\\s*\\d+)?])?|local-cluster\\[[\\d,\\s]+]|yarn|(spark|k8s)://\\S+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\d+([kmgtp]?b?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern SIZES =
            Pattern.compile(".*\\.(memory|memoryOverhead|maxResultSize|buffer|buffer\\.max)");
    private static final Pattern COUNTS =
            Pattern.compile(".*\\.(cores|cores\\.max|instances|partitions|parallelism|maxFailures)");

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
            return unless(MASTER, value, "must be local, local[N], local[*], spark://HOST:PORT, k8s://URL or yarn");
        }
        if (SIZES.matcher(key).matches()) {
            return unless(SIZE, value, "must be a size such as 512m or 4g");
        }
        return COUNTS.matcher(key).matches() ? unless(COUNT, value, "must be a whole number") : Optional.empty();
    }

    private static Optional<String> unless(Pattern right, String value, String otherwise) {
        return right.matcher(value).matches() ? Optional.empty() : Optional.of(otherwise);
    }
}
