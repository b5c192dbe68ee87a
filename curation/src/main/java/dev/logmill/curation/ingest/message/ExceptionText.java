package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Failure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exception as Python and JavaScript print it: its class, and what it says. */
public final class ExceptionText {
    private static final Pattern CLASS = Pattern.compile("^([A-Za-z_][\\w.]{0,99})(?=[(:]).*", Pattern.DOTALL);

    private ExceptionText() {}

    /** The failure that a text tells of; its type is {@code error} where the text begins with no class. */
    public static Failure of(Optional<String> said) {
        Matcher exception = CLASS.matcher(said.orElse(""));
        return new Failure(exception.matches() ? exception.group(1) : "error", said);
    }
}
