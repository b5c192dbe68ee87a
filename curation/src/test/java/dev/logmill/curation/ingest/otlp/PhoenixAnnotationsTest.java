package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations as Phoenix's client lists them, apart from the spans that they are about. */
class PhoenixAnnotationsTest {
    private static final String ONE =
            "{'id':'U3Bhbg==','name':'correctness','annotator_kind':'HUMAN','source':'APP','identifier':'','metadata':{},"
                    + "'user_id':'u-7','created_at':'2026-03-01T09:00:00Z','updated_at':'2026-03-01T09:05:00Z',"
                    + "'result':{'label':'correct','score':1,'explanation':'as asked'},'span_id':'9f2c41d0aa17b3e2'}";

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "{'data':[%s],'next_cursor':null}"})
    void anAnnotationIsASignalOfItsSpan(String document) {
        Told told = told(document.formatted(ONE));

        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).isEmpty();
        assertThat(told.signals()).hasSize(1);
        Signal signal = told.signals().get(0);
        assertThat(signal.channel()).isEqualTo(SignalChannel.REVIEWER);
        assertThat(signal.value()).contains(1.0);
        assertThat(signal.text()).contains("as asked");
        assertThat(signal.spanId()).contains("9f2c41d0aa17b3e2");
        assertThat(signal.subject()).contains("u-7");
        assertThat(signal.eventAt().orElseThrow()).hasToString("2026-03-01T09:00:00Z");
        assertThat(signal.versionAt().orElseThrow()).hasToString("2026-03-01T09:05:00Z");
    }

    @Test
    void oneOfATraceOrASessionIsAboutThat() {
        Signal ofTrace = told(ONE.replace("'span_id':'9f2c41d0aa17b3e2'", "'trace_id':'4d1e'"))
                .signals()
                .get(0);
        Signal ofSession = told(ONE.replace("'span_id':'9f2c41d0aa17b3e2'", "'session_id':'chat-1'"))
                .signals()
                .get(0);

        assertThat(ofTrace.traceId()).contains("4d1e");
        assertThat(ofTrace.spanId()).isEmpty();
        assertThat(ofSession.sessionId()).contains("chat-1");
    }

    private static Told told(String document) {
        return Told.by(new OtlpLog(), "a.json", document.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
