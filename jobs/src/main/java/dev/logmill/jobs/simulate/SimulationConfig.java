package dev.logmill.jobs.simulate;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to invent.
 *
 * @param out the folder of the raw logs; the truth goes beside it, under its name with {@code .truth}
 * @param nights how many nights, from {@code start} on
 * @param spans about how many span records a night, over all sources
 * @param seed the same seed gives the same bytes
 * @param canaries whether each night has a person who is there to be looked for: see {@link Canaries}
 */
public record SimulationConfig(Path out, int nights, LocalDate start, int spans, long seed, boolean canaries) {
    public SimulationConfig(Path out, int nights, LocalDate start, int spans, long seed) {
        this(out, nights, start, spans, seed, false);
    }

    public SimulationConfig {
        if (nights < 1 || spans < 1) {
            throw new IllegalArgumentException(
                    "A simulation needs a night and a span, was %d nights and %d spans".formatted(nights, spans));
        }
    }

    LocalDate last() {
        return start.plusDays(nights - 1L);
    }

    Path truth() {
        Path whole = out.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".truth");
    }
}
