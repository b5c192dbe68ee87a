package dev.logmill.eval.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's correction (Scandinavian Journal of Statistics 6, 65-70, 1979): several questions asked, one chance to err. */
public final class Holm {
    private Holm() {}

    /** The p-values as they count when all were asked, in their order: each below alpha holds, jointly. */
    public static List<Double> adjusted(List<Double> pValues) {
        int count = pValues.size();
        List<Integer> order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        Double[] adjusted = new Double[count];
        double greatest = 0;
        for (int rank = 0; rank < count; rank++) {
            int at = order.get(rank);
            greatest = Math.max(greatest, Math.min(1, (count - rank) * pValues.get(at)));
            adjusted[at] = greatest;
        }
        return Arrays.asList(adjusted);
    }
}
