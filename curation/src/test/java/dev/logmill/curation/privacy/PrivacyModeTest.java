package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivacyModeTest {
    private static final Pseudonyms KEYED = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private static final Optional<String> SAID = Optional.of("the purple elephant");
    private static final String OBJECT = "{\"said\":\"the purple elephant\"}";

    private static Span span(String agent) {
        Message message = new Message(
                Role.ASSISTANT,
                SAID,
                SAID,
                SAID,
                Optional.empty(),
                Optional.of("call"),
                List.of(new ToolCall("call", "lookup", OBJECT)),
                List.of(new Media("image", Optional.of("image/png"), SAID, SAID)));
        return Span.of("s", "t", "1", SpanKind.LLM)
                .agent(Optional.of(agent).filter(name -> !name.isEmpty()))
                .subject(Optional.of("bob"))
                .messagesIn(List.of(message))
                .messagesOut(List.of(message))
                .tools(List.of(new Tool("lookup", SAID, Optional.of(OBJECT))))
                .toolUse(Optional.of(new ToolUse("lookup", Optional.of("call"), Optional.of(OBJECT), SAID)))
                .failure(Optional.of(new Failure("timeout", SAID)))
                .model(Optional.of(new Model(
                        Optional.empty(),
                        Optional.of("m-1"),
                        Optional.empty(),
                        Optional.of(OBJECT),
                        Optional.empty(),
                        Optional.empty())))
                .attributes(OBJECT)
                .build();
    }

    private static Signal signal() {
        return Signal.of("s", "f", SignalChannel.THUMB).text(SAID).build();
    }

    @ParameterizedTest
    @EnumSource(
            value = PrivacyMode.class,
            names = {"HASHED", "METADATA"})
    void nothingThatWasSaidIsLeft(PrivacyMode mode) throws PrivacyFailure {
        Redaction redaction = mode.redaction(KEYED, KeptWords.NONE);
        Span kept = redaction.span(span("a"));
        assertThat(kept.toString()).doesNotContain("elephant").doesNotContain("bob");
        assertThat(redaction.signal(signal()).toString()).doesNotContain("elephant");
    }

    @ParameterizedTest
    @EnumSource(PrivacyMode.class)
    void whoCalledWhatAndHowItEndedIsKept(PrivacyMode mode) throws Exception {
        Span kept = mode.redaction(KEYED, KeptWords.NONE).span(span("a"));
        assertThat(kept.subject().orElseThrow()).isEqualTo(KEYED.subject("bob").pseudonym());
        assertThat(kept.agent()).contains("a");
        assertThat(kept.model().orElseThrow().requested()).contains("m-1");
        assertThat(kept.toolUse().orElseThrow().name()).isEqualTo("lookup");
        assertThat(kept.failure().orElseThrow().type()).isEqualTo("timeout");
        ToolCall call = kept.messagesIn().get(0).toolCalls().get(0);
        assertThat(call.name()).isEqualTo("lookup");
        assertThat(Json.parse(call.arguments()).isObject()).isTrue();
        assertThat(Json.parse(kept.attributes()).isObject()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = PrivacyMode.class,
            names = {"HASHED", "METADATA"})
    void aSpansNameThatMayTellMoreThanItsOperationIsAHash(PrivacyMode mode) throws PrivacyFailure {
        assertThat(named(mode, "chat for Marta Kowalczyk")).isEqualTo(KEYED.key("chat for Marta Kowalczyk"));
        assertThat(named(mode, "\u738b\u82b3\u7684\u804a\u5929")).startsWith("k_");
        assertThat(named(mode, "chat 4711")).startsWith("k_");
        assertThat(named(mode, "ask lookups")).startsWith("k_");
        assertThat(named(mode, "")).isEmpty();
        for (String kept : List.of("chat", "route_ticket", "chat m-1", "execute_tool lookup", "tool: 'lookup'")) {
            assertThat(named(mode, kept)).isEqualTo(kept);
        }
    }

    private static String named(PrivacyMode mode, String name) throws PrivacyFailure {
        return mode.redaction(KEYED, KeptWords.NONE)
                .span(span("a").toBuilder().name(name).build())
                .name();
    }

    @Test
    void equalTextsHaveOneHashThatTheKeyAloneTells() throws PrivacyFailure {
        Span kept = PrivacyMode.HASHED.redaction(KEYED, KeptWords.NONE).span(span("a"));
        Message message = kept.messagesIn().get(0);
        assertThat(message.content()).isEqualTo(message.reasoning());
        assertThat(message.content().orElseThrow()).isEqualTo(KEYED.key(SAID.orElseThrow()) + " chars=19 words=3");
        Pseudonyms other = new Pseudonyms("another key for tests".getBytes(StandardCharsets.UTF_8));
        assertThat(PrivacyMode.HASHED
                        .redaction(other, KeptWords.NONE)
                        .span(span("a"))
                        .messagesIn()
                        .get(0)
                        .content())
                .isNotEqualTo(message.content());
    }

    @Test
    void withoutTextAMessageIsItsRoleAndItsCalls() throws PrivacyFailure {
        Message kept = PrivacyMode.METADATA
                .redaction(KEYED, KeptWords.NONE)
                .span(span("a"))
                .messagesIn()
                .get(0);
        assertThat(kept.content()).isEmpty();
        assertThat(kept.toolCalls()).containsExactly(new ToolCall("call", "lookup", "{}"));
    }

    @Test
    void anAgentHasItsOwnModeAndWhatNamesNoneTheStrictest() throws PrivacyFailure {
        Redaction modes = AgentModes.of(
                PrivacyMode.CONTENT,
                Map.of("bank", PrivacyMode.METADATA, "shop", PrivacyMode.HASHED),
                KEYED,
                KeptWords.NONE);
        assertThat(said(modes, "chat")).contains("elephant");
        assertThat(said(modes, "shop")).startsWith("k_");
        assertThat(said(modes, "bank")).isEmpty();
        assertThat(said(modes, "")).isEmpty();
        assertThat(modes.signal(signal()).text()).isEmpty();
    }

    @Test
    void spansThatWereLoggedTogetherKeepTheirOrderWhateverTheirModes() throws PrivacyFailure {
        Redaction modes =
                AgentModes.of(PrivacyMode.CONTENT, Map.of("bank", PrivacyMode.METADATA), KEYED, KeptWords.NONE);
        List<Span> kept = modes.spans(List.of(span("bank"), span("chat"), span("bank"), span("shop"), span("")));
        assertThat(kept).extracting(one -> one.agent().orElse("")).containsExactly("bank", "chat", "bank", "shop", "");
        assertThat(kept)
                .extracting(one -> one.messagesIn().get(0).content().isPresent())
                .containsExactly(false, true, false, true, false);
    }

    private static String said(Redaction modes, String agent) throws PrivacyFailure {
        return modes.span(span(agent)).messagesIn().get(0).content().orElse("");
    }

    @ParameterizedTest
    @EnumSource(PrivacyMode.class)
    void aModeIsKnownByItsName(PrivacyMode mode) {
        assertThat(PrivacyMode.of(mode.written())).contains(mode);
        assertThat(PrivacyMode.accepted()).contains(mode.written());
        assertThat(PrivacyMode.of(mode.name())).isEmpty();
    }
}
