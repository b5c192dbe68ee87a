package dev.logmill.curation;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small spans to build traces of. All are of source {@code app}, project {@code shop} and trace {@code t1}. */
public final class SampleSpans {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Message SYSTEM = Message.of(Role.SYSTEM, "You help customers of the shop.");
    public static final Message QUESTION = user("Where is order 7?");
    public static final Tool LOOKUP = new Tool(
            "lookup",
            Optional.of("Finds an order"),
            Optional.of(
                    "{\"properties\":{\"order\":{\"type\":\"integer\"}},\"required\":[\"order\"],\"type\":\"object\"}"));

    private SampleSpans() {}

    /** A span that starts at a second after noon and ends a second later. */
    public static SpanBuilder span(SpanKind kind, String id, int second) {
        return Span.of("app", "t1", id, kind)
                .project("shop")
                .name(id)
                .startedAt(Optional.of(NOON.plusSeconds(second)))
                .endedAt(Optional.of(NOON.plusSeconds(second + 1L)));
    }

    public static SpanBuilder agent(String id, int second) {
        return span(SpanKind.AGENT, id, second).agent(Optional.of(id));
    }

    /** An answered model call. */
    public static SpanBuilder llm(String id, int second, List<Message> in, Message out) {
        return span(SpanKind.LLM, id, second).messagesIn(in).messagesOut(List.of(out));
    }

    public static SpanBuilder tool(String id, int second, String name) {
        return span(SpanKind.TOOL, id, second)
                .toolUse(Optional.of(new ToolUse(name, Optional.empty(), Optional.empty(), Optional.of("found"))));
    }

    public static Message user(String text) {
        return Message.of(Role.USER, text);
    }

    public static Message assistant(String text) {
        return Message.of(Role.ASSISTANT, text);
    }

    public static ToolCall call(String id, String name, String arguments) {
        return new ToolCall(id, name, arguments);
    }

    public static Message calling(ToolCall... calls) {
        return Message.calling(List.of(calls));
    }

    public static Message result(String callId, String text) {
        return Message.result(callId, Optional.of("lookup"), text);
    }

    /** Input and output tokens. */
    public static Optional<Usage> tokens(long input, long output) {
        return Optional.of(new Usage(
                Optional.of(input), Optional.of(output), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** A model with request parameters and the reason why its answer ended. */
    public static Optional<Model> model(String parameters, String finishReason) {
        return Optional.of(new Model(
                Optional.empty(),
                Optional.of("small"),
                Optional.empty(),
                Optional.of(parameters),
                Optional.empty(),
                Optional.of(finishReason)));
    }

    /** A child of a span. */
    public static Span under(String parentId, SpanBuilder child) {
        return child.parentSpanId(Optional.of(parentId)).build();
    }

    /**
     * An agent that looks an order up, twice at once, and then answers: agent {@code a}, calls {@code l1} and {@code l2},
     * tools {@code u1} and {@code u2}. Each call logs its whole input.
     */
    public static List<Span> lookupTrace() {
        List<Message> first = List.of(SYSTEM, QUESTION);
        Message calls = calling(call("x9", "lookup", "{\"order\":7}"), call("x3", "lookup", "{\"order\":8}"));
        List<Message> second = new ArrayList<>(first);
        second.add(calls);
        second.add(result("x9", "shipped"));
        second.add(result("x3", "lost"));
        return List.of(
                agent("a", 0)
                        .sessionId(Optional.of("s1"))
                        .subject(Optional.of("p1"))
                        .outcome(Optional.of(1.0))
                        .build(),
                under("a", llm("l1", 1, first, calls).tools(List.of(LOOKUP)).usage(tokens(10, 5))),
                under("a", tool("u1", 2, "lookup")),
                under("a", tool("u2", 3, "lookup")),
                under(
                        "a",
                        llm("l2", 4, second, assistant("It is on its way."))
                                .tools(List.of(LOOKUP))
                                .usage(tokens(20, 7))));
    }
}
