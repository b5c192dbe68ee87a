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
import java.util.Map;
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

    private static SourceConfig source(Dialect dialect) {
        return new SourceConfig("s", PathPattern.of("raw/*"), "p", dialect);
    }

    @ParameterizedTest
    @EnumSource(names = {"LANGFUSE", "LANGFUSE_EVENT", "LANGSMITH", "MLFLOW", "OTLP", "OTLP_EVENT"})
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
