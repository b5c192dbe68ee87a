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
 * @param hubSubjects an input that more people than this have sent ties nobody to it: it has a group of its own, and is
 *     used of those only who are on its side. With more than one, people who ask the same tie each other together, and of a
 *     team that asks the same again and again all come onto one side in time
 * @param hubRuns the same, of runs that name no person, session or group: nothing but the input ties them
 */
public record LeakConfig(String seed, double validation, double test, int hubSubjects, int hubRuns)
        implements Serializable {
    public static LeakConfig defaults() {
        return new LeakConfig("logmill", 0.1, 0.2, 1, 20);
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

    private static void atLeastOne(List<String> problems, String key, int count) {
        if (count < 1) {
            problems.add("%s must be at least 1, was %d".formatted(key, count));
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
        atLeastOne(problems, prefix + "hub-subjects", hubSubjects);
        atLeastOne(problems, prefix + "hub-runs", hubRuns);
        return problems;
    }
}
