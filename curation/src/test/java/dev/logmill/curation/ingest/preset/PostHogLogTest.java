package dev.logmill.curation.ingest.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of a whole product, some of which tell of models. */
class PostHogLogTest {
    private static RawRecord document(String json) throws Exception {
        return new RawRecord("s", "o", 1, Optional.empty(), "d", Json.parse(json.replace('\'', '"')));
    }

    @Test
    void countsTheEventsThatTellOfNoModelAndReadsTheOthers() throws Exception {
        Dialect postHog = Preset.POSTHOG.dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
        RawRecord page = document("{'results':[{'event':'$pageview','distinct_id':'a','properties':{}},"
                + "{'event':'$ai_generation','distinct_id':'a','properties':{}},"
                + "{'event':'order placed','distinct_id':'a','properties':{}},{'event':'of another log'}]}");

        assertThat(postHog.skipped(page)).isEqualTo(2);
        assertThat(postHog.records(page)).extracting(RawRecord::place).containsExactly("/results/1", "/results/3");
        assertThat(postHog.skipped(document("{'event':'$pageview','distinct_id':'a'}")))
                .isEqualTo(1);
    }

    private static Signal metric(String id, String name, String value) throws Exception {
        Dialect postHog = Preset.POSTHOG.dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
        return postHog.read(document(("{%s'event':'$ai_metric','distinct_id':'a','timestamp':'2026-11-23T08:00:00Z',"
                                + "'properties':{'$ai_trace_id':'t','$ai_metric_name':'%s','$ai_metric_value':%s}}")
                        .formatted(id, name, value)))
                .signals()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "hallucination, 1, 0",
                "hallucination, '0.25', 0.75",
                "hallucination, 'yes', 0",
                "toxicity, 'good', 1",
                "relevance, 0.25, 0.25"
            })
    void theNameOfAMetricTellsWhetherItCountsSomethingBad(String name, String value, double share) throws Exception {
        assertThat(metric("", name, value).value()).contains(share);
    }

    @Test
    void metricsOfOneTraceAreSeveralPiecesOfFeedback() throws Exception {
        assertThat(List.of(
                        metric("", "quality", "1"),
                        metric("", "tone", "0"),
                        metric("'uuid':'e1',", "quality", "1"),
                        metric("'id':'e2',", "quality", "1")))
                .extracting(Signal::feedbackId)
                .doesNotHaveDuplicates()
                .contains("e1", "e2");
    }
}
