package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.NativeLog.told;
import static dev.logmill.curation.ingest.Pitfalls.HI;
import static dev.logmill.curation.ingest.Pitfalls.read;
import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.Evidence;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.feedback.Labeller;
import dev.logmill.curation.feedback.StandingSignals;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong with what is said of answers: it comes late and contradicts itself; see {@link Pitfalls}. */
class FeedbackPitfallsTest {
    @Test
    void lateFeedback() throws Exception {
        Signal alone = read(new OpenAiLog(), json("{'trace_id':'t','timestamp':1769900000,'feedback':'down'}"))
                .signals()
                .get(0);
        assertThat(alone.traceId()).contains("t");
        assertThat(alone.eventAt()).contains(Instant.ofEpochSecond(1769900000));
        Signal linked = read(
                        new OtlpLog(),
                        json(
                                "{'trace_id':'own','span_id':'s','end_time':1769900000,'links':[{'trace_id':'t','span_id':'b'}],"
                                        + "'attributes':{'annotations.0.annotation.name':'n','annotations.0.annotation.score':0}}"))
                .signals()
                .get(0);
        assertThat(linked.traceId()).contains("t");
        assertThat(linked.eventAt()).contains(Instant.ofEpochSecond(1769900000));
    }

    /** Feedback comes days later in a record of its own: it knows what it is about and when it was given. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LANGFUSE | {'id':'f','trace_id':'t','observation_id':'s','name':'user-thumb','data_type':'BOOLEAN','value':0,'timestamp':'2026-01-27 09:20:46'}",
                "LANGSMITH | {'id':'f','run_id':'s','trace_id':'t','key':'thumb','score':0,'feedback_source':{'type':'api'},'created_at':'2026-01-27T09:20:46Z'}",
                "OPENTELEMETRY | {'timeUnixNano':'1769505646000000000','traceId':'t','spanId':'s','eventName':'gen_ai.evaluation.result','attributes':["
                        + "{'key':'gen_ai.evaluation.name','value':{'stringValue':'thumb'}},{'key':'gen_ai.evaluation.score.value','value':{'doubleValue':0}}]}",
                "OPENAI_LOG | {'trace_id':'t','span_id':'s','timestamp':1769505646,'feedback':'down'}",
                "POSTHOG | {'event':'$ai_metric','uuid':'f','timestamp':'2026-01-27T09:20:46Z','properties':{'$ai_trace_id':'t','$ai_metric_value':'bad'}}"
            })
    void lateFeedbackInARecordOfItsOwn(NativeLog log, String record) {
        Told told = log.read(json(record) + "\n");
        assertThat(told.spans()).isEmpty();
        Signal signal = told.signals().get(0);
        assertThat(signal.traceId()).contains("t");
        // PostHog's are about traces.
        assertThat(signal.spanId()).isEqualTo(log == NativeLog.POSTHOG ? Optional.empty() : Optional.of("s"));
        assertThat(signal.value()).contains(0.0);
        assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769505646));
    }

    /** Of what is bad there is much in a bad answer: a score that counts it says with 1 what others say with 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LANGFUSE | {'id':'f','trace_id':'t','name':'hallucination','data_type':'BOOLEAN','value':1,'string_value':'True','source':'EVAL'}",
                "LANGFUSE | {'id':'f','trace_id':'t','name':'has_pii','data_type':'NUMERIC','value':1,'source':'EVAL'}",
                "LANGFUSE | {'id':'f','trace_id':'t','name':'is_toxic','data_type':'CATEGORICAL','value':0,'string_value':'yes','source':'EVAL'}",
                "LANGFUSE | {'id':'f','trace_id':'t','name':'user-feedback','data_type':'NUMERIC','value':-1}",
                "LANGSMITH | {'id':'f','run_id':'s','trace_id':'t','key':'policy_violation','score':1}",
                "LANGSMITH | {'id':'f','run_id':'s','trace_id':'t','key':'refusal','score':true}",
                "LANGSMITH | {'id':'f','run_id':'s','trace_id':'t','key':'refusal','value':true}",
                "LANGSMITH | {'id':'f','run_id':'s','trace_id':'t','key':'user_thumbs','score':-1}",
                "BRAINTRUST | {'id':'r','root_span_id':'t','span_id':'s','span_attributes':{'type':'llm'},'input':'a','output':'b','scores':{'Toxicity':1}}",
                "MLFLOW | {'info':{'trace_id':'t','assessments':[{'assessment_id':'f','assessment_name':'contains_pii','source':{'source_type':'LLM_JUDGE'},'feedback':{'value':true}}]},'data':{'spans':[]}}",
                "OPENTELEMETRY | {'id':'f','span_id':'s','trace_id':'t','name':'thumb','annotator_kind':'HUMAN','result':{'score':-1}}",
                "OPENTELEMETRY | {'id':'f','span_id':'s','trace_id':'t','name':'jailbreak','annotator_kind':'LLM','result':{'label':'yes'}}"
            })
    void feedbackThatCountsSomethingBad(NativeLog log, String record) {
        assertThat(log.read(json(record) + "\n").signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.value()).contains(0.0));
    }

    /** What was said again later was said when it was said first; whichever version comes first, the later one stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LANGFUSE | {'id':'f','trace_id':'t','name':'user-thumb','data_type':'BOOLEAN','value':VALUE,'timestamp':'2026-01-27 09:20:46','created_at':'2026-01-27 09:21:00','updated_at':'UPDATED'}",
                "LANGFUSE | {'id':'e','timestamp':'UPDATED','type':'score-create','body':{'id':'f','traceId':'t','name':'user-thumb','dataType':'BOOLEAN','value':VALUE,'timestamp':'2026-01-27T09:20:46Z'}}",
                "LANGSMITH | {'id':'f','run_id':'s','trace_id':'t','key':'thumb','score':VALUE,'created_at':'2026-01-27T09:20:46Z','modified_at':'UPDATED'}",
                "MLFLOW | {'info':{'trace_id':'t','assessments':[{'assessment_id':'f','assessment_name':'n','source':{'source_type':'HUMAN'},'feedback':{'value':VALUE},'create_time':'2026-01-27T09:20:46Z','last_update_time':'UPDATED'}]},'data':{'spans':[]}}",
                "OPENTELEMETRY | {'id':'f','trace_id':'t','name':'n','annotator_kind':'HUMAN','result':{'score':VALUE},'created_at':'2026-01-27T09:20:46Z','updated_at':'UPDATED'}"
            })
    void editedFeedback(NativeLog log, String record) {
        List<Signal> first = log.read(
                        json(record.replace("VALUE", "1").replace("UPDATED", "2026-01-27T09:20:50Z")) + "\n")
                .signals();
        List<Signal> edited = log.read(
                        json(record.replace("VALUE", "0").replace("UPDATED", "2026-01-29T09:00:00Z")) + "\n")
                .signals();
        assertThat(List.of(first.get(0), edited.get(0)))
                .allSatisfy(signal -> assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769505646)));
        assertThat(edited.get(0).versionAt()).contains(Instant.parse("2026-01-29T09:00:00Z"));
        for (List<Signal> order : List.of(List.of(first.get(0), edited.get(0)), List.of(edited.get(0), first.get(0)))) {
            assertThat(StandingSignals.of(order)).singleElement().satisfies(signal -> assertThat(signal.value())
                    .contains(0.0));
        }
    }

    /** An event of Langfuse's bucket tells of a score without a time of its own. */
    @Test
    void feedbackWhoseTimeIsThatOfItsEvent() {
        String event =
                "{'id':'e','timestamp':'2026-01-27T09:20:46Z','type':'score-create','body':{'id':'f','traceId':'t',"
                        + "'name':'user-thumb','dataType':'BOOLEAN','value':0}}";
        Signal signal = NativeLog.LANGFUSE.read(json(event) + "\n").signals().get(0);
        assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769505646));
        assertThat(signal.day()).isEqualTo(LocalDate.parse("2026-01-27"));
    }

    /** Braintrust and mapped records tell the span again with what was said of it. */
    @ParameterizedTest
    @EnumSource(names = {"BRAINTRUST", "MAPPED"})
    void lateFeedbackInANewerVersion(NativeLog log) throws Exception {
        String scored = "'input':" + HI
                + ",'extra':{'scores':{'thumb':0},'thumb':0},'transaction':'1000197000000000002','updated':1769246500";
        Told told = log == NativeLog.MAPPED
                ? Told.by(
                        MappedLog.of(
                                json("{'trace':'/trace','span':'/span','updated':{'at':'/updated','unit':'s'},"
                                        + "'signals':[{'channel':'thumb','value':'/thumb'}]}"),
                                "mapping",
                                "",
                                new ArrayList<>()),
                        "a.jsonl",
                        (log.record(told(scored)) + "\n").getBytes(StandardCharsets.UTF_8))
                : log.read(told(scored));
        assertThat(told.signals()).hasSize(1);
        assertThat(told.signals().get(0).traceId()).contains("t");
        assertThat(told.signals().get(0).value()).contains(0.0);
        assertThat(told.span(0).versionAt()).isAfter(log.span("'input':" + HI).versionAt());
    }

    /** What was deleted does not stand, whether its deletion comes before it or after; what others said, or said anew, does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENAI_LOG | {'trace_id':'t','feedback':{'id':'ID','thumb':'up','timestamp':AT}} | {'trace_id':'t','feedback':{'id':'ID','withdrawn':true,'timestamp':AT}}",
                "OPENAI_LOG | {'trace_id':'t','feedback':{'user_id':'ID','thumb':'up','timestamp':AT}} | {'trace_id':'t','feedback':{'user_id':'ID','withdrawn':true,'timestamp':AT}}",
                "MLFLOW | {'info':{'trace_id':'t','assessments':[{'assessment_id':'ID','assessment_name':'n','source':{'source_type':'HUMAN'},'feedback':{'value':true},'create_time_ms':1769505000000,'last_update_time_ms':AT000}]},'data':{'spans':[]}}"
                        + " | {'info':{'trace_id':'t','assessments':[{'assessment_id':'ID','assessment_name':'n','source':{'source_type':'HUMAN'},'feedback':{'value':true},'valid':false,'create_time_ms':1769505000000,'last_update_time_ms':AT000}]},'data':{'spans':[]}}",
                "MAPPED | {'trace':'t','id':'ID','thumb':1,'at':AT} | {'trace':'t','id':'ID','deleted':'yes','at':AT}"
            })
    void deletion(NativeLog log, String given, String deleted) {
        Dialect dialect = log == NativeLog.MAPPED
                ? MappedLog.of(
                        json(
                                "{'unit':'feedback','signals':[{'channel':'thumb','id':'/id','value':'/thumb','withdrawn':'/deleted',"
                                        + "'trace':'/trace','time':{'at':'/at','unit':'s'}}]}"),
                        "mapping",
                        "",
                        new ArrayList<>())
                : log.dialect();
        List<Signal> said = signals(dialect, given, "f", 1769505646);
        List<Signal> takenBack = signals(dialect, deleted, "f", 1769505700);
        List<Signal> ofAnother = signals(dialect, given, "g", 1769505646);
        List<Signal> again = signals(dialect, given, "f", 1769505800);
        assertThat(StandingSignals.of(said)).hasSize(1);
        assertThat(StandingSignals.of(both(said, takenBack))).isEmpty();
        assertThat(StandingSignals.of(both(takenBack, said))).isEmpty();
        assertThat(StandingSignals.of(both(both(takenBack, ofAnother), said))).containsExactlyElementsOf(ofAnother);
        assertThat(StandingSignals.of(both(both(again, takenBack), said))).containsExactlyElementsOf(again);
    }

    private static List<Signal> signals(Dialect dialect, String record, String id, long at) {
        String written = record.replace("ID", id).replace("AT", String.valueOf(at));
        return Told.by(dialect, "a.jsonl", (json(written) + "\n").getBytes(StandardCharsets.UTF_8))
                .signals();
    }

    private static List<Signal> both(List<Signal> some, List<Signal> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** A label is that of its night: what comes later makes the next one, which says that it flipped. */
    @Test
    void lateFeedbackFlipsTheNextLabelAndNoEarlierOne() {
        Evidence praised = new Evidence(SignalChannel.THUMB, Optional.of("ann"), "r", 1, 1);
        Evidence late = new Evidence(SignalChannel.REVIEWER, Optional.of("rev"), "r", 0, 5);
        Label before = label(List.of(praised), Optional.empty());
        Label after = label(List.of(praised, late), Optional.of(before.probability()));
        assertThat(before.probability()).isGreaterThan(0.5);
        assertThat(after.probability()).isLessThan(0.5);
        assertThat(after.flipped()).isTrue();
        assertThat(after.previous()).contains(before.probability());
        assertThat(label(List.of(praised), Optional.empty())).isEqualTo(before);
    }

    /** A reviewer beats a correction, a correction a thumb, a thumb a judge; no row is lost, and the label is less sure of either. */
    @ParameterizedTest
    @CsvSource({"REVIEWER, CORRECTION", "CORRECTION, THUMB", "THUMB, JUDGE"})
    void conflictingFeedback(SignalChannel stronger, SignalChannel weaker) {
        LabelConfig config = LabelConfig.defaults();
        List<Label> labels = new ArrayList<>();
        for (double good : new double[] {0, 1}) {
            labels.add(label(
                    List.of(
                            new Evidence(stronger, Optional.of("a"), "r", good, config.weight(stronger)),
                            new Evidence(weaker, Optional.of("b"), "r", 1 - good, config.weight(weaker))),
                    Optional.empty()));
        }
        assertThat(labels.get(0).probability()).isLessThan(labels.get(1).probability());
        assertThat(labels).allSatisfy(label -> {
            assertThat(label.signals()).isEqualTo(2);
            assertThat(label.channels()).hasSize(2);
        });
        Label agreed = label(
                List.of(
                        new Evidence(stronger, Optional.of("a"), "r", 0, config.weight(stronger)),
                        new Evidence(weaker, Optional.of("b"), "r", 0, config.weight(weaker))),
                Optional.empty());
        assertThat(labels.get(0).upper() - labels.get(0).lower()).isGreaterThan(agreed.upper() - agreed.lower());
    }

    private static Label label(List<Evidence> evidence, Optional<Double> previous) {
        return new Labeller(LabelConfig.defaults()).label("p", "a", evidence, 1, previous, LocalDate.EPOCH, 1);
    }
}
