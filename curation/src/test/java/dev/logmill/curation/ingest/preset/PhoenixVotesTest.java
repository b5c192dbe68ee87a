package dev.logmill.curation.ingest.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Databases;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people say of spans in Phoenix's own database. */
class PhoenixVotesTest {
    private static final String ANNOTATIONS =
            " (id integer, %s integer, name text, label text, score real, explanation text, annotator_kind text,"
                    + " created_at text, updated_at text, user_id integer, identifier text);\n";
    private static final String SPAN = "create table projects (id integer);\n"
            + "create table traces (id integer, project_rowid integer, trace_id text);\n"
            + "create table spans (id integer, trace_rowid integer, span_id text, parent_id text, name text, span_kind text,"
            + " start_time text, end_time text, attributes text, events text, status_code text, status_message text);\n"
            + "create table span_annotations" + ANNOTATIONS.formatted("span_rowid")
            + "create table trace_annotations" + ANNOTATIONS.formatted("trace_rowid")
            + "insert into projects values (1);\n"
            + "insert into traces values (1, 1, '6a000000000000000000000000000001');\n"
            + "insert into spans values (1, 1, '6b00000000000001', null, 'ferry', 'LLM', '2026-11-22 13:00:00',"
            + " '2026-11-22 13:00:04', '{\"input\": {\"value\": \"The last ferry?\"}}', '[]', 'OK', '');\n";
    private static final String VOTE =
            "insert into %s_annotations values (1, 1, 'helpfulness', null, %s, %s, 'HUMAN', '2026-11-23 08:00:00',"
                    + " '2026-11-23 08:00:00', null, '');\n";

    private static String vote(String table, String score) {
        return VOTE.formatted(table, score, "null");
    }

    private static Told told(String votes) {
        return Told.by(
                Preset.PHOENIX.dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>()),
                "phoenix.db",
                Databases.of(SPAN + votes));
    }

    @Test
    void aNumberWithoutAScaleIsUnreadableAndTakesNoSpanAway() {
        for (String votes :
                new String[] {vote("span", "4"), vote("trace", "4"), VOTE.formatted("span", "4", "'it was right'")}) {
            Told told = told(votes);
            assertThat(told.spans()).extracting(Span::name).containsExactly("ferry");
            assertThat(told.signals()).isEmpty();
            assertThat(told.refusals())
                    .singleElement()
                    .asString()
                    .startsWith("INVALID_FIELD: score helpfulness: ")
                    .contains("scores: {helpfulness: {worst: 1, best: 5}}");
        }
    }

    @Test
    void aScaleTellsWhatItSays() {
        ScoreScales scales = new ScoreScales(Map.of("helpfulness", new ScoreScales.Scale(1, 5)));
        Told told = Told.by(
                Preset.PHOENIX.scaled(scales).orElseThrow(),
                "phoenix.db",
                Databases.of(SPAN + vote("span", "4") + vote("trace", "1")));

        assertThat(told.refusals()).isEmpty();
        assertThat(told.signals())
                .extracting(signal -> signal.value().orElseThrow())
                .containsExactly(0.75, 0.0);
    }

    @Test
    void aVoteIsNoOtherVersionOfItsSpan() {
        Span before = told("").span(0);
        Told after = told(vote("span", "1") + vote("trace", "0"));

        assertThat(after.places()).containsExactly("1", "1/annotations/0", "1/attributes.trace.annotations/0");
        assertThat(after.spans()).containsExactly(before);
        assertThat(after.signals()).extracting(Signal::channel).containsOnly(SignalChannel.REVIEWER);
        assertThat(after.signals())
                .extracting(signal -> signal.spanId().isPresent())
                .containsExactly(true, false);
        assertThat(after.signals())
                .allMatch(signal -> signal.traceId().orElseThrow().equals(before.traceId()));
    }

    @Test
    void theColumnsOfAFrameSayWhatJudgesAndPeopleThought() {
        String row =
                "{'context.span_id':'6b00000000000001','context.trace_id':'6a000000000000000000000000000001','name':'ferry',"
                        + "'span_kind':'LLM','start_time':'2026-11-22T13:00:00+00:00','end_time':'2026-11-22T13:00:04+00:00',"
                        + "'attributes.input.value':'The last ferry?','attributes.output.value':'At nine.','eval.Helpful.label':'helpful',"
                        + "'eval.Helpful.score':1.0,'eval.Helpful.explanation':'it answers','annotation.quality.label':'bad',"
                        + "'annotation.quality.updated_at':'2026-11-23T08:00:00Z','eval.tone.label':'friendly'}\n";
        Told told = Told.by(
                Preset.PHOENIX.dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>()),
                "frame.jsonl",
                row.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(told.spans()).extracting(Span::name).containsExactly("ferry");
        assertThat(told.signals())
                .extracting(Signal::channel, signal -> signal.value().orElseThrow())
                .containsExactlyInAnyOrder(tuple(SignalChannel.JUDGE, 1.0), tuple(SignalChannel.REVIEWER, 0.0));
        assertThat(told.refusals()).singleElement().asString().startsWith("INVALID_FIELD: score tone: no word");
    }
}
