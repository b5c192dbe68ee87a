package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistral's answers hold lists of parts where the model thought, whole and in streams. */
class MistralStreamTest {
    private static final String WHOLE = "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':["
            + "{'type':'thinking','thinking':[{'type':'text','text':'Two and'},{'type':'text','text':' two.'}],'closed':true},"
            + "{'type':'text','text':'It is four.'}]}}]}";

    private static String delta(String content) {
        return "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'content':" + content + "}}]}";
    }

    private static final String END =
            "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'content':''},'finish_reason':'stop'}]}";

    private static String stream(String... deltas) {
        return "[" + String.join(",", deltas) + "," + END + "]";
    }

    private static final String THOUGHTS = delta("[{'type':'thinking','thinking':[{'type':'text','text':'Two and'}]}]")
            + "," + delta("[{'type':'thinking','thinking':[{'type':'text','text':' two.'}]}]");

    private static Message answer(String response) throws Exception {
        Span span = Records.span(
                "{'request':{'messages':[{'role':'user','content':'2+2?'}]},'timestamp':1769246446,'response':"
                        + response + "}");
        assertThat(span.fidelity()).isEmpty();
        return span.messagesOut().get(0);
    }

    private static String in(String form) {
        return switch (form) {
            case "whole" -> WHOLE;
            case "texts after parts" -> stream(THOUGHTS, delta("'It is'"), delta("' four.'"));
            case "parts alone" ->
                stream(THOUGHTS, delta("[{'type':'text','text':'It is'}]"), delta("[{'type':'text','text':' four.'}]"));
            default -> throw new IllegalArgumentException(form);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "texts after parts", "parts alone"})
    void thoughtsAndTextAreBothThere(String form) throws Exception {
        Message message = answer(in(form));
        assertThat(message.reasoning()).contains("Two and two.");
        assertThat(message.content()).contains("It is four.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'image_url','image_url':'https://x/y.png'}"})
    void otherPartsAreNotLost(String part) throws Exception {
        Span span = Records.span("{'request':{'messages':[{'role':'user','content':'x'}]},'response':"
                + stream(delta("'See'"), delta("[" + part + "]")) + "}");
        assertThat(span.messagesOut().get(0).content()).contains("See");
        assertThat(span.messagesOut().get(0).media()).hasSize(1);
    }
}
