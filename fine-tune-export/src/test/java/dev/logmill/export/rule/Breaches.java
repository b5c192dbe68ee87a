package dev.logmill.export.rule;

import dev.logmill.export.example.Example;
import dev.logmill.export.target.TargetFormat;
import java.util.List;
import java.util.Optional;

/** What rules find in examples. */
final class Breaches {
    static final List<TargetFormat> ALL = List.of(TargetFormat.values());
    static final List<TargetFormat> OPENAI = List.of(TargetFormat.OPENAI);
    static final List<TargetFormat> TRL = List.of(TargetFormat.TRL);

    private Breaches() {}

    /** In any target. */
    static Optional<Breach> breach(Example example) {
        return RowRules.breach(example, ALL);
    }

    /** The rule that is broken, or {@code none}. */
    static String rule(Example example, List<TargetFormat> formats) {
        return RowRules.breach(example, formats).map(Breach::rule).orElse("none");
    }
}
