package dev.logmill.curation.ingest.otlp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Ids of traces and spans: hex in either case, or base64 where a writer took protobuf's rule for bytes instead of OTLP's,
 * become hex in lower case. Ids of another form stay as they are; those that name nothing are none.
 */
final class SpanIds {
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final Set<String> NONE = Set.of("undefined", "null", "none");

    private SpanIds() {}

    /** An id as it is stored; nothing where it is empty, zeros or a word for nothing. */
    static Optional<String> of(String written) {
        String id = withoutPrefix(written.strip());
        if (id.chars().allMatch(c -> c == '0') || NONE.contains(id.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String hex = isHex(id) ? id.toLowerCase(Locale.ROOT) : ofBase64(id);
        return hex.chars().allMatch(c -> c == '0') ? Optional.empty() : Optional.of(hex);
    }

    /** The console exporter of OpenTelemetry's Python writes hex as a number in code. */
    private static String withoutPrefix(String id) {
        boolean prefixed = id.startsWith("0x") || id.startsWith("0X");
        return prefixed && isHex(id.substring(2)) ? id.substring(2) : id;
    }

    private static boolean isHex(String id) {
        boolean longEnough = id.length() == 2 * TRACE_BYTES || id.length() == 2 * SPAN_BYTES;
        return longEnough && id.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    private static String ofBase64(String id) {
        // With padding 24 and 12 characters: no id in hex is of that length.
        if (!id.endsWith("=") || (id.length() != 24 && id.length() != 12)) {
            return id;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(id.replace('-', '+').replace('_', '/'));
            return bytes.length == TRACE_BYTES || bytes.length == SPAN_BYTES
                    ? HexFormat.of().formatHex(bytes)
                    : id;
        } catch (IllegalArgumentException noBase64) {
            return id;
        }
    }
}
