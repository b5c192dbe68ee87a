package dev.logmill.curation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spans that a log tells bit by bit are the same whole spans in whatever order and on whatever nights their parts came. */
class PartialUpdatesTest {
    static Stream<Arguments> logs() {
        return Stream.of(
                Arguments.of(new LangfuseLog(), "langfuse/events.json", "g1"),
                Arguments.of(new BraintrustLog(), "braintrust/events.json", "e1"),
                Arguments.of(new LangSmithLog(), "langsmith/batch.json", "0a000000-0000-4000-8000-000000000002"));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void joinTheSameInAnyOrder(Dialect dialect, String sample, String call) throws IOException {
        List<Span> parts =
                new ArrayList<>(Told.by(dialect, sample, bytes(sample)).spans());
        List<Span> whole = SpanParts.joined(parts);

        Span answered = whole.stream()
                .filter(span -> span.spanId().equals(call))
                .findFirst()
                .orElseThrow();
        assertThat(whole).hasSizeLessThan(parts.size());
        assertThat(answered.kind()).isEqualTo(SpanKind.LLM);
        assertThat(answered.messagesIn()).isNotEmpty();
        assertThat(answered.messagesOut()).isNotEmpty();
        assertThat(answered.usage()).isPresent();
        assertThat(answered.fidelity()).isEmpty();
        Random random = new Random(5);
        for (int i = 0; i < 30; i++) {
            Collections.shuffle(parts, random);
            assertThat(SpanParts.joined(parts)).isEqualTo(whole);
            int night = random.nextInt(parts.size());
            List<Span> early = SpanParts.joined(parts.subList(0, night));
            assertThat(early.stream().map(Span::spanId))
                    .isSubsetOf(whole.stream().map(Span::spanId).toList());
        }
    }

    private static byte[] bytes(String sample) throws IOException {
        String name = "/dev/logmill/curation/ingest/" + sample;
        try (InputStream in = Objects.requireNonNull(PartialUpdatesTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
