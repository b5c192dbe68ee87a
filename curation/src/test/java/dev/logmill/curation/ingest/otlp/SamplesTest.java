package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One invented document for each carrier and each attribute dialect, and beside it, line by line, what it says. */
class SamplesTest {
    private static byte[] sample(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SamplesTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static List<String> told(String name) throws IOException {
        Otlp.Told told = Otlp.read(name, sample(name));
        Stream<String> spans = told.spans().stream().map(span -> Json.canonical(SpanText.of(span)));
        Stream<String> signals = told.signals().stream().map(signal -> Json.canonical(SpanText.of(signal)));
        return Stream.of(spans, signals, told.refusals().stream())
                .flatMap(lines -> lines)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otel-new",
                "otel-old",
                "openinference",
                "openllmetry",
                "vercel",
                "mastra",
                "sentry",
                "langfuse",
                "phoenix",
                "phoenix-otlp",
                "javascript-sdk",
                "log-events"
            })
    void saysWhatStandsBesideIt(String name) throws IOException {
        String expected = new String(sample(name + ".expected.jsonl"), StandardCharsets.UTF_8);
        assertThat(told(name + ".json"))
                .containsExactlyElementsOf(expected.lines().toList());
    }
}
