package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecallTest {
    private static final Tool LOOKUP = new Tool(
            "lookup",
            Optional.of("Looks somebody up."),
            Optional.of(
                    "{\"properties\":{\"code\":{\"type\":\"integer\"},\"mail\":{\"type\":\"string\"}},\"type\":\"object\"}"));

    /** Each call repeats what was said before; what is found late stands in what was said early. */
    private static final List<Message> TALK = List.of(
            said(Role.SYSTEM, "You help guests. Zorvanna is on call. Ask for the date of birth."),
            said(Role.USER, "qvyx-lorn-77 again, the report of Zorvanna is late"),
            said(Role.ASSISTANT, "Can I have your date of birth please?"),
            said(Role.USER, "08/23/1979"),
            calling("{\"code\":482193,\"mail\":\"zorvanna.kettridge@example.org\"}"),
            said(Role.TOOL, "{\"guest\":{\"first_name\":\"Zorvanna\",\"last_name\":\"Kettridge\"},\"code\":482193}"),
            said(Role.ASSISTANT, "Hello Zorvanna Kettridge, what is your password?"),
            said(Role.USER, "my password is qvyx-lorn-77, my verification code is 482193"),
            said(Role.ASSISTANT, "Thank you, Zorvanna."));

    @Test
    void rowsAreTheSameWhateverIsKnownOfThoseBefore() throws PrivacyFailure {
        ContentRedaction knowing = redaction();
        for (int turn = 1; turn <= TALK.size(); turn++) {
            for (String session : List.of("one", "two")) {
                for (String trace : List.of("one", "t" + turn)) {
                    Span row = row(trace, session, TALK.subList(0, turn));
                    assertThat(knowing.span(row)).isEqualTo(redaction().span(row));
                }
            }
        }
        assertThat(knowing.span(row("t", "one", TALK)).messagesIn().toString())
                .doesNotContain("Zorvanna")
                .doesNotContain("qvyx-lorn-77")
                .doesNotContain("482193");
    }

    /** The same text in two sessions that know different people. */
    @Test
    void whatOneSessionKnowsIsNotKnownInAnother() throws PrivacyFailure {
        ContentRedaction redaction = redaction();
        List<Message> plain = List.of(said(Role.USER, "qvyx-lorn-77 again"));
        List<Message> told = List.of(plain.get(0), said(Role.USER, "my password is qvyx-lorn-77"));
        assertThat(redaction.span(row("t", "one", told)).messagesIn().toString())
                .doesNotContain("qvyx-lorn-77");
        assertThat(redaction.span(row("t", "two", plain)).messagesIn()).isEqualTo(plain);
        assertThat(redaction.span(row("t", "one", plain)).messagesIn()).isEqualTo(plain);
    }

    @Test
    void whatFindsTheValuesOfASessionIsMadeAgainOnlyForOthers() {
        Recall recall = new Recall();
        Recall.Known first = recall.known("one", seen("Zorvanna Kettridge"));
        assertThat(recall.known("one", seen("Zorvanna Kettridge"))).isSameAs(first);
        assertThat(recall.known("two", seen("Zorvanna Kettridge"))).isNotSameAs(first);
        Recall.Known more = recall.known("one", seen("Zorvanna Kettridge", "Oskar Veldhuis"));
        assertThat(more.number()).isNotEqualTo(first.number());
        for (int i = 0; i < 2_000; i++) {
            recall.known("s" + i, seen("Zorvanna Kettridge"));
        }
        assertThat(recall.known("one", seen("Zorvanna Kettridge", "Oskar Veldhuis")))
                .isNotSameAs(more);
    }

    private static ContentRedaction redaction() {
        return new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));
    }

    private static SeenValues seen(String... names) {
        SeenValues seen = new SeenValues();
        for (String name : names) {
            seen.add(new SeenValues.Noted("PERSON", name.toLowerCase(Locale.ROOT), name).finding(), name);
        }
        return seen;
    }

    private static Span row(String trace, String session, List<Message> messages) {
        return Span.of("app", trace, "span", SpanKind.LLM)
                .sessionId(Optional.of(session))
                .messagesIn(new ArrayList<>(messages))
                .tools(List.of(LOOKUP))
                .build();
    }

    private static Message said(Role role, String text) {
        return Message.of(role, text);
    }

    private static Message calling(String arguments) {
        return Message.calling(List.of(new ToolCall("call_1", "lookup", arguments)));
    }
}
