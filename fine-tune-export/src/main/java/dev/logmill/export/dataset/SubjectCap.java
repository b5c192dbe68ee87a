package dev.logmill.export.dataset;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps one person from speaking for all: at most so many rows of each subject.
 *
 * <p>The oldest rows stay, so that a row once published is not pushed out by a newer one. A row that several persons
 * produced stays as long as one of them has room; a row of nobody always stays.
 */
public final class SubjectCap {
    private final int limit;

    public SubjectCap(int limit) {
        this.limit = limit;
    }

    /**
     * One row that wants to stay.
     *
     * @param row its id
     * @param firstNight the night that first made it
     * @param subjects who produced it
     */
    public record Claim(String row, LocalDate firstNight, List<String> subjects) {
        public Claim {
            subjects = List.copyOf(subjects);
        }
    }

    /** The rows beyond the limit, by id. */
    public Map<String, Refusal> beyond(Collection<Claim> claims) {
        Map<String, Integer> taken = new HashMap<>();
        Map<String, Refusal> beyond = new TreeMap<>();
        List<Claim> oldestFirst = claims.stream()
                .sorted(Comparator.comparing(Claim::firstNight).thenComparing(Claim::row))
                .toList();
        for (Claim claim : oldestFirst) {
            boolean room = claim.subjects().isEmpty()
                    || claim.subjects().stream().anyMatch(subject -> taken.getOrDefault(subject, 0) < limit);
            if (room) {
                claim.subjects().stream().distinct().forEach(subject -> taken.merge(subject, 1, Integer::sum));
            } else {
                beyond.put(claim.row(), SelectionReason.SUBJECT_CAP.refusal("more than %d rows of one subject", limit));
            }
        }
        return beyond;
    }
}
