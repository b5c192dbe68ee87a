package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Scan;
import dev.logmill.curation.privacy.detect.Signs;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRedactionTest {
    private final ContentRedaction redaction =
            new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest
    @CsvSource({
        "write to ann.lee@example.com today, ann.lee@example.com, EMAIL",
        "card 4111 1111 1111 1111 please, 4111 1111 1111 1111, CARD",
        "IBAN DE89 3704 0044 0532 0130 00 it is, DE89 3704 0044 0532 0130 00, IBAN",
        "from 203.0.113.7 again, 203.0.113.7, IP",
        "call +1 202 555 0143 now, +1 202 555 0143, PHONE"
    })
    void replacesWhatNamesAPerson(String text, String identifier, String type) throws PrivacyFailure {
        assertThat(said("t1", text)).doesNotContain(identifier).contains("<" + type + "_");
    }

    @ParameterizedTest
    @CsvSource({
        "order 48213 costs 20.00",
        "on 2026-11-01 at 10:20:30",
        "id 123e4567-e89b-12d3-a456-426614174000",
        "build v1.2.3.4 of the app",
        "4111 1111 1111 1112 has a wrong check digit"
    })
    void leavesWhatNamesNobody(String text) throws PrivacyFailure {
        assertThat(said("t1", text)).isEqualTo(text);
    }

    @Test
    void oneValueHasOnePlaceholderInASessionAndAnotherElsewhere() throws PrivacyFailure {
        assertThat(said("t1", "ann@example.com")).isEqualTo(said("t1", "Ann@Example.com"));
        assertThat(said("t1", "ann@example.com")).isNotEqualTo(said("t2", "ann@example.com"));
    }

    @Test
    void whatIsFoundOnceIsReplacedInAllSpansOfItsSessionAndInNoOther() throws PrivacyFailure {
        List<Span> kept = redaction.spans(List.of(
                tool("t1", "chat", "{\"rows\":[\"qvyxlorn-4711\",7]}"),
                asking("t2", "chat", "My password is qvyxlorn-4711."),
                tool("t3", "chat", "[\"qvyxlorn-4711\"]"),
                tool("t4", "other", "[\"qvyxlorn-4711\"]")));

        List<String> results = kept.stream()
                .flatMap(one -> one.toolUse().stream())
                .map(use -> use.result().orElseThrow())
                .toList();
        assertThat(results.get(0)).matches("\\{\"rows\":\\[\"<SECRET_[a-z2-7]{5}>\",7]}");
        assertThat(results.get(1)).matches("\\[\"<SECRET_[a-z2-7]{5}>\"]");
        assertThat(results.get(2)).isEqualTo("[\"qvyxlorn-4711\"]");
    }

    @Test
    void aShortNumberIsReplacedInJsonWhereItWasFoundInTheSessionOrItsKeyCallsItSo() throws PrivacyFailure {
        List<Span> kept = redaction.spans(List.of(
                asking("t1", "chat", "My verification code is 482193."),
                tool("t2", "chat", "{\"code\":482193,\"count\":482194,\"pin\":4821,\"page\":4821}"),
                tool("t3", "other", "{\"code\":482193}")));

        List<String> results = kept.stream()
                .flatMap(one -> one.toolUse().stream())
                .map(use -> use.result().orElseThrow())
                .toList();
        String mark = "\"<SECRET_[a-z2-7]{5}>\"";
        assertThat(results.get(0))
                .matches("\\{\"code\":%s,\"count\":482194,\"pin\":%s,\"page\":%s}".formatted(mark, mark, mark));
        assertThat(results.get(1)).isEqualTo("{\"code\":482193}");
    }

    @Test
    void aSpanThatCannotBeCheckedTakesItsRecordWithIt() throws PrivacyFailure {
        Detector failing = new Detector() {
            @Override
            public boolean mayFind(Signs signs) {
                return true;
            }

            @Override
            public void find(Scan scan, String label, Consumer<Finding> sink) {
                if (scan.text().contains("boom")) {
                    throw new IllegalStateException("no text of the log here");
                }
            }

            @Override
            public String name() {
                return "failing";
            }
        };
        ContentRedaction some = new ContentRedaction(
                new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)), List.of(failing));

        assertThat(some.spans(List.of(asking("t1", "a", "hi"), asking("t3", "a", "ho"))))
                .hasSize(2);
        assertThatThrownBy(() -> some.spans(
                        List.of(asking("t1", "a", "hi"), asking("t2", "a", "boom"), asking("t3", "a", "ho"))))
                .isInstanceOfSatisfying(PrivacyFailure.class, failure -> assertThat(failure.detector())
                        .isEqualTo("failing"));
    }

    private static Span tool(String trace, String session, String result) {
        return Span.of("s", trace, "1", SpanKind.TOOL)
                .sessionId(Optional.of(session))
                .toolUse(Optional.of(new ToolUse("find", Optional.empty(), Optional.empty(), Optional.of(result))))
                .build();
    }

    private static Span asking(String trace, String session, String question) {
        return Span.of("s", trace, "1", SpanKind.LLM)
                .sessionId(Optional.of(session))
                .messagesIn(List.of(Message.of(Role.USER, question)))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "ovandermeer42, Please unlock ovandermeer42 again., ovandermeer42",
        "petra.novak, petra.novak cannot get in., petra.novak",
        "Ottoline Vandermeer, 'Sure, Ottoline.', Ottoline",
        "Ottoline Vandermeer, the parcel of vandermeer, vandermeer"
    })
    void whomAnIdNamesIsFoundInWhatIsSaid(String id, String text, String name) throws PrivacyFailure {
        Span asked =
                asking("t", "chat", text).toBuilder().subject(Optional.of(id)).build();
        Span told = asking("t", "chat", text).toBuilder()
                .attributes("{\"customer_name\":\"%s\"}".formatted(id))
                .build();

        assertThat(redaction.span(asked).toString()).doesNotContain(name);
        assertThat(redaction.span(told).toString()).doesNotContain(name);
    }

    @ParameterizedTest
    @CsvSource({
        "user-1001, row user-1001 of five",
        "guest, a guest asks",
        "Support Team, ask the Support Team",
        "4711, order 4711"
    })
    void anIdThatNamesNobodyStaysInWhatIsSaid(String id, String text) throws PrivacyFailure {
        Span span =
                asking("t", "chat", text).toBuilder().subject(Optional.of(id)).build();

        assertThat(redaction.span(span).messagesIn().get(0).content()).contains(text);
    }

    @Test
    void whatIsSaidInASpanAnswersWhatItWasTold() throws PrivacyFailure {
        Span kept = redaction.span(Span.of("s", "t", "1", SpanKind.LLM)
                .messagesIn(List.of(Message.of(Role.ASSISTANT, "Hi. Your date of birth?")))
                .messagesOut(List.of(Message.of(Role.USER, "08/23/1979, as I said")))
                .build());

        assertThat(kept.messagesIn()).containsExactly(Message.of(Role.ASSISTANT, "Hi. Your date of birth?"));
        assertThat(kept.messagesOut().get(0).content().orElseThrow()).matches("<BIRTHDATE_[a-z2-7]{5}>, as I said");
    }

    @Test
    void whatIsFoundOnceIsReplacedEverywhereInTheRecord() throws PrivacyFailure {
        Span span = Span.of("s", "t", "1", SpanKind.LLM)
                .messagesIn(List.of(
                        Message.of(Role.TOOL, "{\"rows\":[\"Brzęczyszczykiewicz\",7]}"),
                        Message.of(Role.USER, "My name is Grzegorz Brzęczyszczykiewicz. Ask brzęczyszczykiewiczów.")))
                .toolUse(Optional.of(new ToolUse(
                        "find",
                        Optional.empty(),
                        Optional.of("{\"q\":\"Grzegorz Brzęczyszczykiewicz\"}"),
                        Optional.empty())))
                .attributes("{\"by\":\"from Grzegorz B.\"}")
                .build();
        Span redacted = redaction.span(span);
        assertThat(redacted.toString()).doesNotContain("Grzegorz").doesNotContain("Brzęczyszczykiewicz");
        assertThat(redacted.messagesIn().get(1).content().orElseThrow())
                .matches("My name is <PERSON_\\w+>\\. Ask brzęczyszczykiewiczów\\.");
        assertThat(redacted.toolUse().orElseThrow().arguments().orElseThrow()).matches("\\{\"q\":\"<PERSON_\\w+>\"}");
    }

    @Test
    void aLoginOfAHomeIsReplacedInTheListingOfTheFolderToo() throws PrivacyFailure {
        Span span = Span.of("s", "t", "1", SpanKind.LLM)
                .messagesIn(List.of(
                        Message.of(Role.USER, "List /Users/mkowal/src, and mark it. In /home/mark is more."),
                        Message.of(Role.TOOL, "-rw-r--r--  1 mkowal  staff  12 Nov 26 10:00 a.txt")))
                .attributes("{\"identity\":{\"arn\":\"arn:aws:iam::123456789012:user/agnes\"}}")
                .build();
        Span redacted = redaction.span(span);
        assertThat(redacted.toString()).doesNotContain("mkowal").doesNotContain("agnes");
        assertThat(redacted.messagesIn().get(0).content().orElseThrow())
                .matches("List /Users/<USERNAME_\\w+>/src, and mark it\\. In /home/<USERNAME_\\w+> is more\\.");
        assertThat(redacted.messagesIn().get(1).content().orElseThrow())
                .matches("-rw-r--r--  1 <USERNAME_\\w+>  staff  12 Nov 26 10:00 a\\.txt");
        assertThat(redacted.attributes()).contains("user/<USERNAME_");
    }

    @Test
    void argumentsStayJson() throws Exception {
        Message calling = Message.calling(List.of(new ToolCall("c", "mail", "{\"to\":\"ann@example.com\",\"n\":1}")));
        Span span = Span.of("s", "t", "1", SpanKind.LLM)
                .messagesOut(List.of(calling))
                .build();
        String arguments =
                redaction.span(span).messagesOut().get(0).toolCalls().get(0).arguments();
        assertThat(Json.parse(arguments).path("n").intValue()).isEqualTo(1);
        assertThat(arguments).doesNotContain("ann@");
    }

    @Test
    void anIdWithAMailAddressStillJoins() throws PrivacyFailure {
        Span parent = Span.of("s", "ann@example.com-7", "1", SpanKind.LLM).build();
        Span child = Span.of("s", "ann@example.com-7", "2", SpanKind.LLM)
                .parentSpanId(Optional.of("1"))
                .build();
        assertThat(redaction.span(parent).traceId())
                .isEqualTo(redaction.span(child).traceId())
                .doesNotContain("ann");
    }

    @Test
    void aNumberAsAnIdStaysAsItIs() throws PrivacyFailure {
        Span span = Span.of("s", "4111111111111111", "1", SpanKind.LLM).build();
        assertThat(redaction.span(span).traceId()).isEqualTo("4111111111111111");
    }

    @Test
    void peopleAndSessionsGoByPseudonym() throws PrivacyFailure {
        Span span = Span.of("s", "t", "1", SpanKind.LLM)
                .subject(Optional.of("bob"))
                .sessionId(Optional.of("77"))
                .build();
        assertThat(redaction.span(span).subject().orElseThrow())
                .startsWith("u1_")
                .doesNotContain("bob");
        assertThat(redaction.span(span).sessionId().orElseThrow()).startsWith("s1_");
    }

    private String said(String trace, String text) throws PrivacyFailure {
        Span span = Span.of("s", trace, "1", SpanKind.LLM)
                .messagesIn(List.of(Message.of(Role.USER, text)))
                .build();
        return redaction.span(span).messagesIn().get(0).content().orElseThrow();
    }
}
