package dev.logmill.curation.ingest.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of Langfuse's public API that list traces. */
class ApiAnswersTest {
    private static final String TRACE =
            "'id':'t1','timestamp':'2026-11-22T01:12:03.100Z','name':'support','input':'Rain?','output':'Wet.','sessionId':'c1','userId':'ann',"
                    + "'metadata':{},'tags':[],'htmlPath':'/project/p/traces/t1','latency':1.2,'totalCost':0.1";

    private static Told told(String answer) {
        return Told.by(new LangfuseLog(), "a.json", answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** What a trace of a page consists of it names by ids; neither they nor an empty list are records. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'observations':['o1','o2'],'scores':['x1']",
                "'observations':[],'scores':[]",
                "'public':false,'bookmarked':false,'projectId':'p','createdAt':'2026-11-22T01:12:04Z','updatedAt':"
                        + "'2026-11-22T01:12:05Z','observations':['o1'],'scores':[]"
            })
    void aPageOfTracesIsItsTraces(String rest) {
        Told told = told(
                "{'data':[{" + TRACE + "," + rest + "}],'meta':{'page':1,'limit':50,'totalItems':1,'totalPages':1}}");
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).extracting(Span::spanId).containsExactly("t1");
        assertThat(told.span(0).messagesIn()).containsExactly(Message.of(Role.USER, "Rain?"));
        assertThat(told.span(0).sessionId()).contains("c1");
    }

    @Test
    void aSessionIsItsTraces() {
        Told told =
                told("{'id':'c1','createdAt':'2026-11-22T01:12:03Z','projectId':'p','environment':'default','traces':[{"
                        + TRACE + ",'public':false},{" + TRACE.replace("'t1'", "'t2'") + ",'public':false}]}");
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).extracting(Span::traceId).containsExactly("t1", "t2");
        assertThat(told.spans()).extracting(Span::sessionId).containsOnly(Optional.of("c1"));
    }

    /** Elsewhere a text among records is damage, and is counted as such. */
    @Test
    void aTextAmongTheRecordsOfAPageIsRefused() {
        assertThat(told("{'data':['t1']}").refusals()).hasSize(1);
    }
}
