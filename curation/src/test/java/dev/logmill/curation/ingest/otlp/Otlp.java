package dev.logmill.curation.ingest.otlp;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Span;

/** Whole objects as the dialect reads them. */
final class Otlp {
    private static final Dialect DIALECT = new OtlpLog();

    private Otlp() {}

    static Told read(String name, byte[] bytes) {
        return Told.by(DIALECT, name, bytes);
    }

    /** The same of a text with single quotes. */
    static Told read(String text) {
        return read("a.json", text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** One span of OTLP with these attributes, as key and JSON of an AnyValue. */
    static Span span(String... attributes) {
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < attributes.length; i += 2) {
            pairs.append(pairs.isEmpty() ? "" : ",")
                    .append("{'key':'%s','value':%s}".formatted(attributes[i], attributes[i + 1]));
        }
        return read("{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','startTimeUnixNano':"
                        + "'1795309923120000000','attributes':[" + pairs + "]}")
                .span(0);
    }
}
