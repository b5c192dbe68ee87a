package dev.logmill.eval.suite;

import dev.logmill.curation.json.Digest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A seeded simple random sample without replacement: every member has a number that depends on nothing but the seed and its
 * id, and those with the least numbers are drawn. How many is fixed beforehand, so each member's probability is exactly that
 * number over all members.
 *
 * @param ids what was drawn
 * @param probability of each member
 */
record Draw(Set<String> ids, double probability) {
    /** A share of the members, rounded up, but at least {@code atLeast} or all, and at most {@code cap}. */
    static Draw of(Collection<String> members, String seed, String lottery, double rate, int atLeast, int cap) {
        Set<String> all = new TreeSet<>(members);
        int share = Math.max((int) Math.ceil(rate * all.size()), Math.min(atLeast, all.size()));
        int size = Math.min(cap, share);
        List<String> ordered = all.stream()
                .map(member ->
                        new Ticket(member, Digest.of(seed, lottery, member).unit()))
                .sorted(Comparator.comparingDouble(Ticket::number).thenComparing(Ticket::member))
                .map(Ticket::member)
                .toList();
        return new Draw(Set.copyOf(ordered.subList(0, size)), all.isEmpty() ? 0 : (double) size / all.size());
    }

    private record Ticket(String member, double number) {}
}
