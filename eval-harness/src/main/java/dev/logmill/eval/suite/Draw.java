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
 * @param members how many there were
 * @param probability of each member; where there was none, of one if there had been
 */
record Draw(Set<String> ids, int members, double probability) {
    /** A share of the members, rounded up, but at least {@code atLeast} or all, and at most {@code cap}. */
    static Draw of(Collection<String> members, String seed, String lottery, double rate, int atLeast, int cap) {
        Set<String> all = new TreeSet<>(members);
        int size = size(all.size(), rate, atLeast, cap);
        List<String> ordered = all.stream()
                .map(member ->
                        new Ticket(member, Digest.of(seed, lottery, member).unit()))
                .sorted(Comparator.comparingDouble(Ticket::number).thenComparing(Ticket::member))
                .map(Ticket::member)
                .toList();
        double probability = all.isEmpty() ? size(1, rate, atLeast, cap) : (double) size / all.size();
        return new Draw(Set.copyOf(ordered.subList(0, size)), all.size(), probability);
    }

    private static int size(int members, double rate, int atLeast, int cap) {
        return Math.min(cap, Math.max((int) Math.ceil(rate * members), Math.min(atLeast, members)));
    }

    private record Ticket(String member, double number) {}
}
