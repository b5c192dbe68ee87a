package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores whose scale the configuration tells, in each log that gives scores names. */
class ScoreScalesTest {
    private static final ScoreScales SCALES = new ScoreScales(
            Map.of("user stars", new ScoreScales.Scale(1, 5), "user toxicity", new ScoreScales.Scale(10, 0)));

    /** A record with a score in each log, a person's of whom nothing else is known; %s is its name, then its number. */
    private enum Scored {
        LANGFUSE(
                "{'id':'s','trace_id':'t','name':'%s','value':%s,'data_type':'NUMERIC','timestamp':'2026-11-22T01:00:00Z'}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new LangfuseLog(scales);
            }
        },
        LANGFUSE_EVENT(
                "{'id':'e','type':'score-create','timestamp':'2026-11-22T01:00:00Z','body':{'id':'s','traceId':'t','name':'%s','value':%s}}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new LangfuseLog(scales);
            }
        },
        BRAINTRUST(
                "{'id':'r','span_id':'r','root_span_id':'r','created':'2026-11-22T01:00:00Z','scores':{'%s':%s},'input':'hi'}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new BraintrustLog(scales);
            }
        },
        LANGSMITH("{'id':'f','run_id':'r','trace_id':'t','key':'%s','score':%s}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new LangSmithLog(scales);
            }
        },
        MLFLOW(
                "{'assessment_id':'a','trace_id':'tr-1','assessment_name':'%s','source':{'source_type':'HUMAN'},'feedback':{'value':%s}}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new MlflowLog(scales);
            }
        },
        MLFLOW_TRACE(
                "{'info':{'trace_id':'tr-1','assessments':[{'assessment_id':'a','assessment_name':'%s','source':{'source_type':'HUMAN'},'feedback':{'value':%s}}]},'data':{'spans':[]}}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new MlflowLog(scales);
            }
        },
        OTLP(
                "{'id':'n','name':'%s','annotator_kind':'HUMAN','result':{'score':%s,'label':null,'explanation':null},'span_id':'9f2c41d0aa17b3e2'}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new OtlpLog(scales);
            }
        },
        OTLP_SPAN(
                "{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','name':'chat','endTimeUnixNano':'1763769600000000000','attributes':[{'key':'gen_ai.operation.name','value':{'stringValue':'chat'}}],'events':[{'name':'gen_ai.evaluation.result','attributes':[{'key':'gen_ai.evaluation.name','value':{'stringValue':'%s'}},{'key':'gen_ai.evaluation.score.value','value':{'doubleValue':%s}}]}]}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new OtlpLog(scales);
            }
        },
        OPENINFERENCE_SPAN(
                "{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','name':'chat','attributes':[{'key':'openinference.span.kind','value':{'stringValue':'LLM'}},{'key':'annotations.0.annotation.name','value':{'stringValue':'%s'}},{'key':'annotations.0.annotation.score','value':{'doubleValue':%s}}]}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new OtlpLog(scales);
            }
        },
        OTLP_EVENT(
                "{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','eventName':'gen_ai.evaluation.result','attributes':[{'key':'gen_ai.evaluation.name','value':{'stringValue':'%s'}},{'key':'gen_ai.evaluation.score.value','value':{'doubleValue':%s}}]}") {
            @Override
            Dialect dialect(ScoreScales scales) {
                return new OtlpLog(scales);
            }
        };

        private final String record;

        Scored(String record) {
            this.record = record;
        }

        abstract Dialect dialect(ScoreScales scales);

        Told told(String name, String number, ScoreScales scales) {
            String text = record.formatted(name, number).replace('\'', '"') + "\n";
            return Told.by(dialect(scales), "a.jsonl", text.getBytes(StandardCharsets.UTF_8));
        }

        Signal signal(String name, String number, ScoreScales scales) {
            Told told = told(name, number, scales);
            assertThat(told.refusals()).isEmpty();
            assertThat(told.signals()).hasSize(1);
            return told.signals().get(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Scored.class)
    void aNumberIsAShareOfItsScaleAndTheEndsOfItAreNoThumbs(Scored log) {
        Signal best = log.signal("user stars", "5", SCALES);

        assertThat(best.value()).contains(1.0);
        assertThat(best.channel()).isNotEqualTo(SignalChannel.THUMB);
        assertThat(log.signal("user stars", "2", SCALES).value()).contains(0.25);
        assertThat(log.signal("user stars", "1", SCALES).value()).contains(0.0);
        assertThat(log.signal("user toxicity", "2.5", SCALES).value()).contains(0.75);
        assertThat(log.signal("user other", "0.5", SCALES).value()).contains(0.5);
    }

    @ParameterizedTest
    @EnumSource(Scored.class)
    void aScoreThatCountsSomethingBadIsNoPraise(Scored log) {
        assertThat(log.signal("user thumbs-down", "1", SCALES).value()).contains(0.0);
        assertThat(log.signal("user thumbs-down", "0", SCALES).value()).contains(1.0);
        assertThat(log.signal("user thumbs-up", "1", SCALES).value()).contains(1.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LANGFUSE", "MLFLOW", "OTLP"})
    void aNumberMayBeWrittenAsText(Scored log) {
        assertThat(log.signal("user stars", "'2'", SCALES).value()).contains(0.25);
    }

    @ParameterizedTest
    @EnumSource(Scored.class)
    void aNumberThatIsNotOnItsScaleMakesItsRecordUnreadable(Scored log) {
        Told told = log.told("user stars", "0.5", SCALES);

        assertThat(told.signals()).isEmpty();
        assertThat(told.refusals())
                .contains(
                        "INVALID_FIELD: score user stars: not on its scale, worst 1.0 and best 5.0; scores of the source"
                                + " tells another");
    }

    @ParameterizedTest
    @EnumSource(Scored.class)
    void withoutAScaleNobodyKnowsWhatItSays(Scored log) {
        assertThat(log.told("user stars", "4", ScoreScales.NONE).signals())
                .allMatch(signal -> signal.value().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Scored.class)
    void whatCouldNotBeReadIsReadAgainOnceAScaleIsTold(Scored log) {
        SourceConfig before = source(log.dialect(ScoreScales.NONE));
        SourceConfig after = source(log.dialect(SCALES));

        assertThat(after.reading(IngestConfig.defaults())).isNotEqualTo(before.reading(IngestConfig.defaults()));
    }

    @ParameterizedTest
    @EnumSource(names = {"BRAINTRUST", "OTLP_SPAN", "OPENINFERENCE_SPAN"})
    void theSpanThatHoldsItIsReadAndTheScoreAloneRefusedAtThePlaceWhereItIsFoundOnceItsScaleIsTold(Scored log) {
        Told before = log.told("user stars", "4", ScoreScales.NONE);
        Told after = log.told("user stars", "4", SCALES);

        assertThat(before.spans()).hasSize(1).isEqualTo(after.spans());
        assertThat(before.refusals()).singleElement().asString().startsWith("INVALID_FIELD: score user stars: neither");
        assertThat(after.refusals()).isEmpty();
        assertThat(before.places()).hasSize(2).isEqualTo(after.places());
        assertThat(after.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.value()).contains(0.75);
            assertThat(signal.traceId()).contains(before.spans().get(0).traceId());
            assertThat(signal.spanId()).contains(before.spans().get(0).spanId());
        });
        assertThat(log.told("user stars", "1", ScoreScales.NONE).signals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'s','trace_id':'t','name':'stars','value':4,'comment':'Fine','data_type':'NUMERIC'}",
                "{'id':'f','run_id':'r','trace_id':'t','key':'stars','score':4,'comment':'Fine','correction':{'text':'No'}}",
                "{'assessment_id':'a','trace_id':'tr-1','assessment_name':'stars','source':{},'feedback':{'value':4},'rationale':'Fine'}",
                "{'id':'n','name':'stars','annotator_kind':'HUMAN','result':{'score':4,'explanation':'Fine'},'span_id':'9f2c41d0aa17b3e2'}"
            })
    void aCommentBesideItWaitsWithIt(String record) {
        byte[] bytes = record.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ScoreScales told = new ScoreScales(Map.of("stars", new ScoreScales.Scale(1, 5)));

        assertThat(logsThatRead(bytes, ScoreScales.NONE)).isEmpty();
        assertThat(logsThatRead(bytes, told))
                .allSatisfy(read -> assertThat(read.signals().get(0).text()).contains("Fine"))
                .isNotEmpty();
    }

    private static List<Told> logsThatRead(byte[] bytes, ScoreScales scales) {
        return Stream.of(new LangfuseLog(scales), new LangSmithLog(scales), new MlflowLog(scales), new OtlpLog(scales))
                .map(dialect -> Told.by(dialect, "a.jsonl", bytes))
                .filter(read -> !read.signals().isEmpty())
                .toList();
    }

    @Test
    void anEvaluationApartIsAsOldAsItsSpanIs() {
        assertThat(Scored.OTLP_SPAN.signal("user stars", "4", SCALES).eventAt().orElseThrow())
                .hasToString("2025-11-22T00:00:00Z");
        assertThat(Scored.OTLP_SPAN
                        .signal("user other", "0.5", SCALES)
                        .eventAt()
                        .orElseThrow())
                .hasToString("2025-11-22T00:00:00Z");
    }

    private static SourceConfig source(Dialect dialect) {
        return new SourceConfig("s", PathPattern.of("raw/*"), "p", dialect);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LANGFUSE",
                "LANGFUSE_EVENT",
                "LANGSMITH",
                "MLFLOW",
                "MLFLOW_TRACE",
                "OTLP",
                "OTLP_SPAN",
                "OTLP_EVENT",
                "BRAINTRUST"
            })
    void theRefusalOfAScoreNamesItTheKeyThatTellsItsScaleAndWhatWasReadMeanwhile(Scored log) {
        assertThat(log.told("stars", "4", ScoreScales.NONE).refusals())
                .singleElement()
                .asString()
                .startsWith("INVALID_FIELD: score stars: ")
                .endsWith(
                        "scores of the source tells the scale of a score by its name, as in scores: {stars: {worst: 1,"
                                + " best: 5}}; its numbers from 0 to 1 are read as such until then, and stay so in a lake that has"
                                + " read them: with the scale told, name a new lake and run its nights again");
    }

    @Test
    void aWordThatNobodyKnowsIsNotToldToBeOnAScale() {
        List<Told> told = List.of(
                read(
                        new LangfuseLog(),
                        "{'id':'s','trace_id':'t','name':'tone','value':2,'string_value':'wistful','data_type':'CATEGORICAL','timestamp':'2026-11-22T01:00:00Z'}"),
                read(new LangSmithLog(), "{'id':'f','run_id':'r','trace_id':'t','key':'tone','value':'wistful'}"),
                read(
                        new MlflowLog(),
                        "{'assessment_id':'a','trace_id':'tr-1','assessment_name':'tone','source':{'source_type':'HUMAN'},'feedback':{'value':'wistful'}}"));
        assertThat(told).flatExtracting(Told::refusals).hasSize(3).allSatisfy(refusal -> assertThat(refusal)
                .startsWith("INVALID_FIELD: score tone: no word that is known for good or bad, and ")
                .endsWith("; read are words such as good and bad, pass and fail, yes and no, and numbers from 0 to 1")
                .doesNotContain("wistful", "worst"));
    }

    private static Told read(Dialect dialect, String record) {
        return Told.by(dialect, "a.json", record.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "Erika Mustermann", "4111111111111111"})
    void aNameThatMayBeAPersonsIsNotTold(String name) {
        assertThat(Scored.LANGFUSE.told(name, "4", ScoreScales.NONE).refusals())
                .singleElement()
                .asString()
                .startsWith("INVALID_FIELD: a score: ")
                .doesNotContain(name);
    }
}
