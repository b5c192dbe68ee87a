package dev.logmill.eval.suite;

import dev.logmill.curation.json.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A seeded draw whose probability is known: every member has a number in [0, 1) that depends on nothing but the seed and
 * its id; those below the rate are drawn. Where that would be more than the cap, those with the least numbers are, and the
 * probability is cap over members (sequential Poisson sampling, Ohlsson 1998).
 *
 * @param ids what was drawn
 * @param probability of each member
 */
record Draw(Set<String> ids, double probability) {
    static <T> Draw of(
            Collection<T> members, Function<T, String> id, String seed, String lottery, double rate, int cap) {
        List<String> below = new ArrayList<>();
        Set<String> all = members.stream().map(id).collect(Collectors.toSet());
        for (String member : all) {
            if (number(seed, lottery, member) < rate) {
                below.add(member);
            }
        }
        if (below.size() <= cap) {
            return new Draw(Set.copyOf(below), rate);
        }
        below.sort(Comparator.comparingDouble((String member) -> number(seed, lottery, member))
                .thenComparing(member -> member));
        return new Draw(Set.copyOf(below.subList(0, cap)), Math.min(rate, (double) cap / all.size()));
    }

    private static double number(String seed, String lottery, String id) {
        return Digest.of(seed, lottery, id).unit();
    }
}
