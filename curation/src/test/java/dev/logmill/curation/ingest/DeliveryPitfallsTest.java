package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.NativeLog.told;
import static dev.logmill.curation.ingest.Pitfalls.HI;
import static dev.logmill.curation.ingest.Pitfalls.answer;
import static dev.logmill.curation.ingest.Pitfalls.llm;
import static dev.logmill.curation.ingest.Pitfalls.mapped;
import static dev.logmill.curation.ingest.Pitfalls.openai;
import static dev.logmill.curation.ingest.Pitfalls.otlp;
import static dev.logmill.curation.ingest.Pitfalls.run;
import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.run.SpanParts;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What goes wrong on the way from a log to the reader: objects come twice, in pieces, in any order, or not at all;
 * see {@link Pitfalls}.
 */
class DeliveryPitfallsTest {
    @Test
    void overlappingWindows() throws Exception {
        String record = answer("{'content':'yo'}");
        assertThat(openai(record)).isEqualTo(openai(record));
        assertThat(mapped("'input':'/request/messages'", record))
                .isEqualTo(mapped("'input':'/request/messages'", record));
        assertThat(otlp("", llm("'input.value':'hi'"))).isEqualTo(otlp("", llm("'input.value':'hi'")));
    }

    /** The same record in two objects is the same rows, and what was written later stands. */
    @ParameterizedTest
    @EnumSource
    void overlappingWindowsOf(NativeLog log) {
        String fields = "'name':'n','input':" + HI + ",'output':{'role':'assistant','content':'yo'}";
        String first = log.record(told(fields)) + "\n";
        List<Span> again = Told.by(log.dialect(), "window/2.jsonl", ("\n" + first).getBytes(StandardCharsets.UTF_8))
                .spans();
        assertThat(log.read(first).spans()).isEqualTo(again);

        Span newer = log.span(fields + ",'updated':1769246500,'transaction':'1000197000000000002'"
                + (log.isVersionedByItsEnd() ? ",'end':1769246500" : ""));
        assertThat(newer.versionAt()).isAfter(again.get(0).versionAt());
        assertThat(newer.spanId()).isEqualTo(again.get(0).spanId());
    }

    /** Events of one call in any order, in one object or in several: one whole span. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LANGFUSE | {'id':'1','timestamp':'2026-01-24T09:20:46Z','type':'generation-create','body':{'id':'s','traceId':'t','model':'m','input':[{'role':'user','content':'hi'}]}}"
                        + " | {'id':'2','timestamp':'2026-01-24T09:20:48Z','type':'generation-update','body':{'id':'s','traceId':'t','endTime':'2026-01-24T09:20:48Z','output':{'role':'assistant','content':'yo'}}}",
                "BRAINTRUST | {'id':'s','span_id':'s','root_span_id':'t','_is_merge':false,'span_attributes':{'type':'llm'},'metadata':{'model':'m'},'input':[{'role':'user','content':'hi'}],'metrics':{'start':1769246446}}"
                        + " | {'id':'s','span_id':'s','root_span_id':'t','_is_merge':true,'output':[{'message':{'role':'assistant','content':'yo'}}],'metrics':{'end':1769246448}}",
                "LANGSMITH | {'post':[{'id':'s','trace_id':'t','run_type':'llm','start_time':'2026-01-24T09:20:46Z','extra':{'metadata':{'ls_model_name':'m'}},'inputs':{'messages':[{'role':'user','content':'hi'}]}}],'patch':[]}"
                        + " | {'post':[],'patch':[{'id':'s','trace_id':'t','end_time':'2026-01-24T09:20:48Z','outputs':{'choices':[{'message':{'role':'assistant','content':'yo'}}]}}]}"
            })
    void partialUpdates(NativeLog log, String created, String updated) {
        Span start = log.read(json(created) + "\n").span(0);
        Span end = log.read(json(updated) + "\n").span(0);
        List<Span> whole = SpanParts.joined(List.of(start, end));
        assertThat(SpanParts.joined(List.of(end, start))).isEqualTo(whole);
        assertThat(log.read(json(updated) + "\n" + json(created) + "\n").spans())
                .containsExactlyInAnyOrder(start, end);
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).part()).isEmpty();
        assertThat(whole.get(0).kind()).isEqualTo(SpanKind.LLM);
        assertThat(whole.get(0).messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(whole.get(0).messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(whole.get(0).endedAt()).contains(Instant.ofEpochSecond(1769246448));
        assertThat(whole.get(0).fidelity()).isEmpty();
        assertThat(SpanParts.joined(List.of(start)).get(0).fidelity())
                .contains(Fidelity.MISSING_MESSAGES)
                .doesNotContain(Fidelity.MISSING_START);
        assertThat(SpanParts.joined(List.of(end)).get(0).fidelity()).contains(Fidelity.MISSING_START);
        assertThat(RunAssembler.assemble(List.of(end), 1)).isEmpty();
        assertThat(RunAssembler.assemble(List.of(end, start), 1)).hasSize(1);
    }

    /** A trace in any order, without its middle, or in a circle: a run all the same. */
    @ParameterizedTest
    // simonw/llm keeps calls alone, of no kind and in no tree.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LLM")
    void splitTraces(NativeLog log) {
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            spans.add(log.span("'name':'n','span':'s%d','start':%d,'end':%d,'input':%s,'output':%s%s"
                    .formatted(
                            i,
                            1769246446 + i,
                            1769246447 + i,
                            HI,
                            "{'role':'assistant','content':'" + i + "'}",
                            i == 1 ? "" : ",'parent':'s1'")));
        }
        log.trace().ifPresent(spans::add);
        Run whole = run(spans);
        assertThat(whole.repairs()).isEmpty();
        Random random = new Random(3);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(spans, random);
            assertThat(run(spans)).isEqualTo(whole);
        }
        spans.sort(Comparator.comparing(Span::spanId));

        Run orphaned = run(spans.subList(1, spans.size()));
        assertThat(orphaned.steps()).hasSize(3);
        assertThat(orphaned.repairs()).hasSize(3);

        spans.set(0, spans.get(0).toBuilder().parentSpanId(Optional.of("s4")).build());
        Run circle = run(spans);
        assertThat(circle.spans()).isEqualTo(spans.size());
        assertThat(circle.repairs()).isNotEmpty();
    }

    /** Rates are those of what was sampled: the log's word for it is kept beside the span. */
    @ParameterizedTest
    @EnumSource
    void sampling(NativeLog log) {
        assertThat(log.span("'input':" + HI + ",'extra':{'sampled':true,'sample_weight':4}")
                        .attributes())
                .containsPattern("\"[a-z._]*sampled\":\"?true")
                .containsPattern("\"[a-z._]*sample_weight\":4");
    }

    /** Windows of an export share their bounds; where one begins later than the one before ended, something is missing. */
    @Test
    void lostWindows() throws Exception {
        SortedMap<String, RawObject> objects = new TreeMap<>();
        Map<String, String> contents = new TreeMap<>();
        for (String[] window : new String[][] {{"00", "01"}, {"01", "02"}, {"03", "04"}}) {
            String run = "2026-10-12T" + window[1] + "-00-00";
            contents.put(
                    "p/manifests/" + run + ".json",
                    "{\"version\":1,\"window\":{\"minTimestamp\":\"2026-10-12T%s:00:00.000Z\",\"maxTimestamp\":\"\"},\"files\":[{\"key\":\"p/scores/%s.jsonl\",\"sizeBytes\":1}]}"
                            .formatted(window[0], run));
            contents.put("p/scores/" + run + ".jsonl", "x");
        }
        contents.remove("p/scores/2026-10-12T01-00-00.jsonl");
        contents.forEach((name, content) ->
                objects.put(name, new RawObject("app", name, name, "", content.length(), Optional.empty())));
        Completeness.Verdict verdict = NativeLog.LANGFUSE
                .dialect()
                .completeness()
                .orElseThrow()
                .judge(new Completeness.Listed(
                        objects, objects.keySet(), name -> true, LocalDate.of(2026, 10, 13), object -> String.valueOf(
                                        contents.get(object.name()))
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(verdict.told())
                .containsExactlyInAnyOrder(
                        "the export has a gap: nothing from 2026-10-12T02:00:00Z to 2026-10-12T03:00:00Z",
                        "the manifest of 2026-10-12T01:00:00Z names what is not there: 1 file");
    }

    /** A bucket may hold what nobody masked: nothing of it gets into a row. */
    @ParameterizedTest
    @EnumSource
    void unmaskedRawBucket(NativeLog log) {
        String text = "I am erika.mustermann@example.org, call +49 170 1234567";
        ObjectNode told = told(
                "'name':'n','user':'erika.mustermann77','session':'whatsapp-erika-4915','input':[{'role':'user','content':'"
                        + text + "'}],'output':{'role':'assistant','content':'You wrote " + text
                        + "'},'error':'no mail to erika.mustermann@example.org','extra':{'note':'" + text
                        // An id is known to be one where the log says whose the call is.
                        + (log.namesPeople() ? "','by':'erika.mustermann77'}" : "'}"));
        RecordReader reader = new RecordReader(
                log.dialect(),
                "demo",
                new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8))),
                LocalDate.of(2026, 11, 1),
                1);
        RawRecord record = new RawRecord("app", "a.jsonl", 1, Optional.empty(), "d", log.record(told));
        List<RawPiece> records = reader.records(new RawPiece.Whole(record));
        assertThat(records).hasSize(1);
        Reading.Read read = reader.read(records.get(0)).fold(done -> done, refused -> {
            throw new AssertionError(refused);
        });
        assertThat(read.spans()).hasSize(1);
        assertThat(read.spans().get(0).subject().map(subject -> subject.startsWith("u1_")))
                .isEqualTo(log.namesPeople() ? Optional.of(true) : Optional.empty());
        assertThat(read.spans().toString())
                .contains("<EMAIL_", "<PHONE_")
                .doesNotContain("mustermann", "4915", "1234567");
    }
}
