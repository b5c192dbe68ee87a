package dev.logmill.curation.pair;

import dev.logmill.curation.json.Digest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How leak groups are made and drawn.
 *
 * @param seed changes which groups are drawn to which side
 * @param validation share of groups drawn to validation
 * @param test share of groups drawn to test
 * @param hubSubjects an input that more people than this have sent says nothing about any of them: it has a group of its
 *     own instead of tying theirs together, and is used of those only who are on its side
 */
public record LeakConfig(String seed, double validation, double test, int hubSubjects) implements Serializable {
    public static LeakConfig defaults() {
        return new LeakConfig("logmill", 0.1, 0.2, 20);
    }

    /** The side that a group's lot is, by its anchor: what becomes of the group later has no say in it. */
    public Side lot(String anchor) {
        double u = Digest.of("split", seed, anchor).unit();
        return u < test ? Side.TEST : u < test + validation ? Side.VALIDATION : Side.TRAIN;
    }

    private static void share(List<String> problems, String key, double share) {
        if (!(share >= 0 && share < 1)) {
            problems.add("%s must be in [0, 1), was %s".formatted(key, share));
        }
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        share(problems, prefix + "test", test);
        share(problems, prefix + "validation", validation);
        if (problems.isEmpty() && validation + test >= 1) {
            problems.add("%svalidation and %stest must leave something to train on, were %s and %s"
                    .formatted(prefix, prefix, validation, test));
        }
        if (hubSubjects < 1) {
            problems.add("%shub-subjects must be at least 1, was %d".formatted(prefix, hubSubjects));
        }
        return problems;
    }
}
