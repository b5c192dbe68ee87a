package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {
    private static final Reply ANSWER = new Reply(
            Outcome.ANSWERED,
            Optional.of(new Transcript(Message.of(Role.ASSISTANT, "yes"), Optional.empty(), Usage.NONE, 1)),
            Optional.empty(),
            1);

    private Breaker breaker;

    @BeforeEach
    void begin() {
        breaker = new Breaker();
    }

    private static Reply failed(Outcome outcome, String words, int requests) {
        return Reply.failed(outcome, Optional.of(words), requests);
    }

    private Optional<String> after(int times, Reply reply) {
        Optional<String> why = Optional.empty();
        for (int i = 0; i < times; i++) {
            assertThat(why).isEmpty();
            why = breaker.after(reply);
        }
        return why;
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORISED", "NOT_FOUND", "REDIRECTED"})
    void whatNoOtherRequestCanChangeStopsAtOnce(Outcome outcome) {
        assertThat(breaker.after(failed(outcome, "no", 1))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION", "TIMEOUT", "SERVER_ERROR", "PARSE_FAILED", "RATE_LIMITED"})
    void whoAnsweredOnceMayFailNineTimesInARow(Outcome outcome) {
        breaker.after(ANSWER);
        assertThat(after(9, failed(outcome, "", 5))).isEmpty();
        breaker.after(ANSWER);
        assertThat(after(10, failed(outcome, "", 5)))
                .contains("the endpoint failed 10 times in a row, at last with " + outcome);
    }

    @Test
    void whoNeverAnsweredMayFailTenRequestsRepeatedOnesIncluded() {
        assertThat(after(2, failed(Outcome.PARSE_FAILED, "<html>", 5)))
                .contains("the endpoint failed 10 times in a row, at last with PARSE_FAILED");
    }

    @Test
    void fiveBadRequestsWithTheSameWordsAreEnough() {
        breaker.after(ANSWER);
        assertThat(after(4, failed(Outcome.BAD_REQUEST, "max_tokens", 1))).isEmpty();
        breaker.after(failed(Outcome.BAD_REQUEST, "too long: 5000", 1));
        assertThat(after(4, failed(Outcome.BAD_REQUEST, "max_tokens", 1))).isEmpty();
        assertThat(breaker.after(failed(Outcome.BAD_REQUEST, "max_tokens", 1)))
                .contains("the endpoint refused 5 requests in a row with the same words");
    }

    @Test
    void aModeratedPromptStopsNothingAndThreeForbiddenOnesDo() {
        breaker.after(ANSWER);
        assertThat(after(2, failed(Outcome.FORBIDDEN, "flagged", 1))).isEmpty();
        breaker.after(ANSWER);
        assertThat(after(2, failed(Outcome.FORBIDDEN, "flagged", 1))).isEmpty();
        assertThat(breaker.after(failed(Outcome.FORBIDDEN, "quota", 1)))
                .contains("the endpoint forbade 3 requests in a row (403)");
    }
}
