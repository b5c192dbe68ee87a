package dev.logmill.curation.ingest.mlflow;

import java.util.Locale;

/**
 * Ids as MLflow writes them, in the form that OpenTelemetry has for the same: {@code tr-} or {@code trace:/place/} before
 * the trace id of 32 digits, {@code 0x} before those of versions 2.x. An id of another form stays as it is.
 */
final class Ids {
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;

    private Ids() {}

    static String trace(String written) {
        String id = written.strip();
        String last = id.startsWith("trace:/") ? id.substring(id.lastIndexOf('/') + 1) : id;
        String bare = last.startsWith("tr-") ? last.substring(3) : last;
        return isHex(bare) && bare.length() == TRACE_DIGITS
                ? bare.toLowerCase(Locale.ROOT)
                : padded(last, TRACE_DIGITS);
    }

    static String span(String written) {
        return padded(written.strip(), SPAN_DIGITS);
    }

    private static String padded(String id, int digits) {
        String bare = id.startsWith("0x") ? id.substring(2) : "";
        boolean number = !bare.isEmpty() && bare.length() <= digits && isHex(bare);
        return number ? "0".repeat(digits - bare.length()) + bare.toLowerCase(Locale.ROOT) : id;
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }
}
