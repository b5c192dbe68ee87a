package dev.logmill.curation.run;

import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanPartsTest {
    private static final Instant START = Instant.parse("2026-11-22T01:12:03Z");

    private static SpanBuilder part(int second, int place) {
        return Span.of("app", "t", "s", SpanKind.CHAIN).part(place).versionAt(START.plusSeconds(second));
    }

    private static Span recorded(SpanBuilder part, String digest) {
        return part.build().recorded(digest, LocalDate.EPOCH, 1);
    }

    private static Span joined(Span... parts) {
        List<Span> whole = SpanParts.joined(List.of(parts));
        assertThat(whole).hasSize(1);
        return whole.get(0);
    }

    private static Model model(Optional<String> requested, Optional<String> responded, Optional<String> parameters) {
        return new Model(Optional.empty(), requested, responded, parameters, Optional.empty(), Optional.empty());
    }

    private static final Span START_OF_IT = recorded(
            part(0, 0)
                    .kind(SpanKind.LLM)
                    .name("router")
                    .startedAt(Optional.of(START))
                    .model(Optional.of(model(Optional.of("m"), Optional.empty(), Optional.of("{\"a\":1}"))))
                    .messagesIn(List.of(user("Hello")))
                    .attributes("{\"deep\":{\"a\":1,\"b\":2},\"x\":[1]}"),
            "a");
    private static final Span UPDATE = recorded(
            part(2, 1)
                    .startedAt(Optional.of(START.plusSeconds(1)))
                    .endedAt(Optional.of(START.plusSeconds(2)))
                    .messagesOut(List.of(assistant("Hi")))
                    .model(Optional.of(model(Optional.empty(), Optional.of("m-1"), Optional.of("{\"b\":2}"))))
                    .usage(Optional.of(new Usage(
                            Optional.of(7L), Optional.of(1L), Optional.empty(), Optional.empty(), Optional.empty())))
                    .note(Fidelity.MULTIMODAL)
                    .attributes("{\"deep\":{\"b\":3,\"c\":4},\"x\":[2]}"),
            "b");
    private static final Span LAST = recorded(
            part(3, 1)
                    .status(Status.OK)
                    .messagesOut(List.of(assistant("Hi!")))
                    .usage(Optional.of(new Usage(
                            Optional.empty(), Optional.of(2L), Optional.empty(), Optional.empty(), Optional.empty()))),
            "c");

    /** A span of OpenTelemetry may be told without its messages, which a log record brings. */
    @Test
    void messagesThatOnePartLacksAreNotMissingWhereAnotherBringsThem() {
        SpanBuilder span =
                Span.of("app", "t", "s", SpanKind.LLM).versionAt(START).note(Fidelity.MISSING_MESSAGES);
        Span question = recorded(part(1, 0).messagesIn(List.of(user("Hello"))), "b");
        Span answer = recorded(part(2, 0).messagesOut(List.of(assistant("Hi"))), "c");
        assertThat(joined(recorded(span, "a"), question).fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
        assertThat(joined(recorded(span, "a"), question, answer).fidelity()).isEmpty();
    }

    /** A picture in a form that nobody knows, in the question alone; the answer comes later, and then its cost. */
    @Test
    void whatOnePartCouldNotReadIsMissingWhateverOthersBringAndInWhateverOrder() {
        Span question = recorded(
                part(0, 0)
                        .kind(SpanKind.LLM)
                        .messagesIn(List.of(user("What is this?")))
                        .note(Fidelity.MISSING_MESSAGES),
                "a");
        Span answer = recorded(part(1, 1).messagesOut(List.of(assistant("A ferry"))), "b");
        Span cost = recorded(part(2, 1).costUsd(Optional.of(0.1)), "c");
        List<Span> parts = new ArrayList<>(List.of(question, answer, cost));
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(parts, random);
            assertThat(joined(parts.toArray(Span[]::new)).fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
        }
        Span whole = recorded(
                Span.of("app", "t", "s", SpanKind.LLM)
                        .versionAt(START)
                        .messagesIn(List.of(user("What is this?")))
                        .messagesOut(List.of(assistant("A ferry")))
                        .note(Fidelity.MISSING_MESSAGES),
                "d");
        assertThat(joined(whole, cost).fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
    }

    @Test
    void whatALaterPartSaysStandsAndWhatItLeavesOutTakesNothingAway() {
        Span whole = joined(START_OF_IT, UPDATE, LAST);

        assertThat(whole.part()).isEmpty();
        assertThat(whole.kind()).isEqualTo(SpanKind.LLM);
        assertThat(whole.name()).isEqualTo("router");
        assertThat(whole.startedAt()).contains(START);
        assertThat(whole.endedAt()).contains(START.plusSeconds(2));
        assertThat(whole.status()).isEqualTo(Status.OK);
        assertThat(whole.messagesIn()).containsExactly(user("Hello"));
        assertThat(whole.messagesOut()).containsExactly(assistant("Hi!"));
        assertThat(whole.model())
                .contains(model(Optional.of("m"), Optional.of("m-1"), Optional.of("{\"a\":1,\"b\":2}")));
        assertThat(whole.usage())
                .contains(new Usage(
                        Optional.of(7L), Optional.of(2L), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(whole.fidelity()).containsExactly(Fidelity.MULTIMODAL);
        assertThat(whole.attributes()).isEqualTo("{\"deep\":{\"a\":1,\"b\":3,\"c\":4},\"x\":[2]}");
    }

    @Test
    void whatAnUpdateRepeatsOfItsStartsInputIsNoOutput() {
        Span whole = joined(
                recorded(part(0, 0).messagesIn(List.of(user("Hello"))), "a"),
                recorded(part(1, 1).messagesOut(List.of(user("Hello"), assistant("Hi"))), "b"));
        assertThat(whole.messagesOut()).containsExactly(assistant("Hi"));
    }

    @Test
    void partsJoinTheSameInWhateverOrderTheyCame() {
        List<Span> parts = new ArrayList<>(List.of(
                START_OF_IT,
                UPDATE,
                LAST,
                recorded(part(2, 1).kind(SpanKind.TOOL).name("renamed").toolUse(tool("lookup", Optional.empty())), "d"),
                recorded(part(2, 0).name("created late").toolUse(tool("", Optional.of("found"))), "e")));
        Span expected = joined(parts.toArray(Span[]::new));
        assertThat(expected.name()).isEqualTo("renamed");
        assertThat(expected.toolUse()).isEqualTo(tool("lookup", Optional.of("found")));
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(parts, random);
            assertThat(joined(parts.toArray(Span[]::new))).isEqualTo(expected);
        }
    }

    private static Optional<ToolUse> tool(String name, Optional<String> result) {
        return Optional.of(new ToolUse(name, Optional.empty(), Optional.empty(), result));
    }

    @Test
    void anUpdateThatDoesNotKnowItsKindIsReadByThatOfItsStart() {
        Span update = recorded(
                part(1, 1).messagesOut(List.of(assistant("3 mm"))).toolUse(tool("", Optional.of("3 mm"))), "b");
        Span call = joined(recorded(part(0, 0).kind(SpanKind.LLM).messagesIn(List.of(user("Rain?"))), "a"), update);
        assertThat(call.toolUse()).isEmpty();
        assertThat(call.messagesOut()).containsExactly(assistant("3 mm"));
        Span use =
                joined(recorded(part(0, 0).kind(SpanKind.TOOL).toolUse(tool("rain", Optional.empty())), "a"), update);
        assertThat(use.toolUse()).isEqualTo(tool("rain", Optional.of("3 mm")));
        assertThat(use.messagesOut()).isEmpty();
    }

    @Test
    void aCallThatWasStartedAndNeverEndedLacksItsAnswer() {
        assertThat(joined(START_OF_IT).fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
        Span failed = recorded(part(1, 1).status(Status.ERROR), "b");
        assertThat(joined(START_OF_IT, failed).fidelity()).isEmpty();
    }

    @Test
    void ofOneMomentAStartIsLaidBelowAnUpdate() {
        assertThat(joined(
                                recorded(part(0, 1).name("update"), "a"),
                                recorded(part(0, 0).name("start"), "b"))
                        .name())
                .isEqualTo("update");
    }

    @Test
    void spansOfOtherSourcesAndIdsAreNotMixed() {
        Span elsewhere = Span.of("other", "t", "s", SpanKind.LLM)
                .name("elsewhere")
                .build()
                .recorded("z", LocalDate.EPOCH, 1);
        assertThat(SpanParts.joined(List.of(START_OF_IT, elsewhere)))
                .extracting(Span::name)
                .containsExactly("router", "elsewhere");
    }
}
