package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static Answer read(String body) {
        return Answer.read(body.getBytes(StandardCharsets.UTF_8), 5, new ServerWords(Optional.empty()));
    }

    private static Answer choice(String choice) {
        return read("{\"choices\":[" + choice + "]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'finish_reason':'stop','message':{'content':'yes'}} | ANSWERED",
                "{'message':{'content':'yes'}} | ANSWERED",
                "{'finish_reason':'stop','message':{'content':''}} | ANSWERED",
                "{'finish_reason':'stop','message':{'content':null,'refusal':'I cannot.'}} | ANSWERED",
                "{'finish_reason':'stop','message':{'content':null,'reasoning_content':'hm'}} | ANSWERED",
                "{'finish_reason':'tool_calls','message':{'content':null,'tool_calls':[{'id':'a','function':{'name':'f','arguments':'{}'}}]}} | ANSWERED",
                "{'finish_reason':'length','message':{'content':'ye'}} | TRUNCATED",
                "{'finish_reason':'length','message':{'content':null}} | TRUNCATED",
                "{'finish_reason':'content_filter','message':{'content':null}} | FILTERED",
                "{'finish_reason':'content_filter','message':{'content':'ye'}} | FILTERED",
                "{'finish_reason':'error','message':{'content':''}} | SERVER_ERROR",
                "{'finish_reason':'error'} | SERVER_ERROR",
                "{'finish_reason':'stop','message':{}} | PARSE_FAILED",
                "{'finish_reason':'stop','message':{'content':null}} | ANSWERED",
                "{'message':{'content':null}} | PARSE_FAILED",
                "{'finish_reason':'content_filter','message':null} | PARSE_FAILED",
                "{'finish_reason':'stop'} | PARSE_FAILED"
            })
    void onlyWhatAModelSaidIsAnAnswer(String written, Outcome outcome) {
        Answer answer = choice(written.replace('\'', '"'));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.transcript().isPresent())
                .isEqualTo(outcome == Outcome.ANSWERED || outcome == Outcome.TRUNCATED || outcome == Outcome.FILTERED);
    }

    @Test
    void anErrorInsideAnAnswerIsTheProviders() {
        Answer answer = read("{\"error\":{\"message\":\"Provider returned error\",\"code\":502}}");
        assertThat(answer.outcome()).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(answer.words()).contains("Provider returned error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'choices':[{'message':{'content':'yes'}}],'n':1E99999999999}",
                "{'choices':[{'message':{'content':1E-99999999999}}]}",
                "{'choices':'no'}",
                "{'choices':[{'message':'yes'}]}",
                "[]",
                "<!doctype html>",
                "data: {}",
                "`` "
            })
    void noBodyIsMoreThanAFailedAnswer(String body) {
        assertThat(read(body.replace('\'', '"')).outcome()).isEqualTo(Outcome.PARSE_FAILED);
    }
}
