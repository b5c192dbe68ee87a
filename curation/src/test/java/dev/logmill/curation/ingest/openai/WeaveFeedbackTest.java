package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeaveFeedbackTest {
    private static Reading.Read read(String feedback) throws Exception {
        return Records.read(
                "{'id':'c','trace_id':'t','started_at':'2025-09-02T07:59:00Z','inputs':{'messages':[{'role':'user','content':'hi'}]},"
                        + "'output':{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':'yo'}}]},"
                        + "'summary':{'weave':{'status':'success','feedback':[" + feedback + "]}}}");
    }

    private static String given(String type, String payload) {
        return "{'id':'f','feedback_type':'%s','payload':%s,'wb_user_id':'u1','created_at':'2025-09-02T08:00:00Z'}"
                .formatted(type, payload);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wandb.reaction.1 | {'emoji':'\uD83D\uDC4D\uD83C\uDFFD','alias':':+1:'} | THUMB | 1",
                "wandb.annotation.quality | {'value':true} | REVIEWER | 1",
                "wandb.annotation.is_wrong | {'value':true} | REVIEWER | 0",
                "wandb.annotation.verdict | {'value':'incorrect'} | REVIEWER | 0",
                "wandb.annotation.quality | {'value':0.25} | REVIEWER | 0.25",
                "wandb.runnable.WeaveToxicityScorerV1 | {'output':{'passed':false,'metadata':{'Violent':3}}} | JUDGE | 0",
                "wandb.runnable.HallucinationFreeScorer | {'output':{'has_hallucination':true,'conclusion':'It is made up.'}} | JUDGE | 0",
                "wandb.runnable.exact_match | {'output':true} | JUDGE | 1",
                "wandb.runnable.exact_match | {'output':{'correct':false}} | JUDGE | 0",
                "wandb.runnable.relevancy | {'output':{'score':0.75,'reason':'near'}} | JUDGE | 0.75",
                "wandb.runnable.toxicity | {'output':{'score':0.25}} | JUDGE | 0.75",
                "user_feedback | {'rating':'bad'} | THUMB | 0",
                "user_feedback | {'value':'thumbs_down'} | THUMB | 0",
                "thumbs | {'value':1} | THUMB | 1",
                "custom | {'rating':4} | RATING | 0.75"
            })
    void readsWhatWasSaidOfACall(String type, String payload, SignalChannel channel, double value) throws Exception {
        assertThat(read(given(type, payload)).signals()).singleElement().satisfies(signal -> {
            assertThat(signal.channel()).isEqualTo(channel);
            assertThat(signal.value()).contains(value);
            assertThat(signal.subject()).contains("u1");
            assertThat(signal.spanId()).contains("c");
            assertThat(signal.feedbackId()).satisfies(id -> assertThat(id).isNotEmpty());
            assertThat(signal.eventAt()).contains(Instant.parse("2025-09-02T08:00:00Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"wandb.annotation.remark | {'value':'Too long'}", "custom | {'comment':'Too long'}"})
    void readsWhatIsSaidInWords(String said) throws Exception {
        String[] parts = said.split(" \\| ", 2);
        assertThat(read(given(parts[0], parts[1])).signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.text()).contains("Too long"));
    }

    @Test
    void severalAnswersOfOneScorerAreSeveralPiecesOfFeedback() throws Exception {
        assertThat(read(given("wandb.runnable.both", "{'output':{'is_toxic':true,'is_correct':true}}"))
                        .signals())
                .hasSize(2)
                .extracting(Signal::feedbackId)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wandb.annotation.grade | {'value':7}",
                "wandb.runnable.length | {'output':{'words':120}}",
                "wandb.reaction.1 | {'emoji':'\uD83C\uDF89'}",
                "custom | {'tone':'kind'}"
            })
    void whatIsNotUnderstoodStaysInTheAttributes(String said) throws Exception {
        String[] parts = said.split(" \\| ", 2);
        Reading.Read read = read(given(parts[0], parts[1]));
        assertThat(read.signals()).isEmpty();
        assertThat(read.spans().get(0).attributes()).contains(parts[1].replace('\'', '"'));
    }
}
