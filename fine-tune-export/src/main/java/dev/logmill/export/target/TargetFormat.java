package dev.logmill.export.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The targets there are. */
public enum TargetFormat {
    OPENAI(OpenAi::new),
    TRL(Trl::new);

    @SuppressWarnings("ImmutableEnumChecker") // stateless, all of them
    private final Target target;

    TargetFormat(Supplier<Target> target) {
        this.target = target.get();
    }

    /** What writes its rows. */
    public Target target() {
        return target;
    }

    /** The folders of all targets, for messages. */
    public static String folders() {
        return Arrays.stream(values()).map(TargetFormat::folder).collect(Collectors.joining(", "));
    }

    /** The folder of its files. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
