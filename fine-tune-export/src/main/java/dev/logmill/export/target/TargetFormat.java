package dev.logmill.export.target;

import java.util.Locale;
import java.util.function.Supplier;

/** The targets there are. */
public enum TargetFormat {
    OPENAI(OpenAi::new),
    TRL(Trl::new);

    @SuppressWarnings("ImmutableEnumChecker") // stateless, all of them
    private final Target target;

    TargetFormat(Supplier<Target> target) {
        this.target = target.get();
    }

    public Target target() {
        return target;
    }

    /** The folder of its files. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
