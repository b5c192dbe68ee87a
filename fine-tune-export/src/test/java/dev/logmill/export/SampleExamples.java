package dev.logmill.export;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.export.example.Example;
import dev.logmill.export.release.Member;
import dev.logmill.export.target.TargetFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An agent that looks orders up. */
public final class SampleExamples {
    public static final LocalDate NIGHT = LocalDate.parse("2026-11-01");
    public static final Message SYSTEM = Message.of(Role.SYSTEM, "You help customers of the shop.");
    public static final Message QUESTION = user("Where is order 7?");
    public static final Message ANSWER = assistant("It was sent.");
    public static final Tool LOOKUP = new Tool(
            "lookup",
            Optional.of("Finds an order"),
            Optional.of("{\"properties\":{\"order\":{\"type\":\"integer\"}},\"type\":\"object\"}"));
    public static final Message LOOKS_UP = Message.calling(List.of(call("c1", "{\"order\":7}")));
    public static final Message FOUND = Message.result("c1", Optional.empty(), "{\"status\":\"sent\"}");

    private SampleExamples() {}

    public static Message user(String text) {
        return Message.of(Role.USER, text);
    }

    public static Message assistant(String text) {
        return Message.of(Role.ASSISTANT, text);
    }

    public static ToolCall call(String id, String arguments) {
        return new ToolCall(id, "lookup", arguments);
    }

    /** An assistant's message with a text and calls. */
    public static Message speaking(Optional<String> text, ToolCall... calls) {
        return message(text, Optional.empty(), Optional.empty(), List.of(calls), List.of());
    }

    public static Message thinking(String thought, String text) {
        return message(Optional.of(text), Optional.of(thought), Optional.empty(), List.of(), List.of());
    }

    public static Message refusing(String refusal) {
        return message(Optional.empty(), Optional.empty(), Optional.of(refusal), List.of(), List.of());
    }

    /** A user's message with an image. */
    public static Message showing(Media media) {
        Message plain = user("What is this?");
        return new Message(
                plain.role(),
                plain.content(),
                plain.reasoning(),
                plain.refusal(),
                plain.name(),
                plain.toolCallId(),
                plain.toolCalls(),
                List.of(media));
    }

    private static Message message(
            Optional<String> text,
            Optional<String> reasoning,
            Optional<String> refusal,
            List<ToolCall> calls,
            List<Media> media) {
        return new Message(Role.ASSISTANT, text, reasoning, refusal, Optional.empty(), Optional.empty(), calls, media);
    }

    public static Pair pair(List<Message> input, List<Tool> tools, Message output) {
        return new Pair(
                "p-" + Digest.of(input.toString(), output.toString()).id(),
                "i-" + Digest.of(input.toString()).id(),
                PairUnit.STEP,
                "orders",
                input,
                tools,
                Optional.empty(),
                output,
                NIGHT,
                1);
    }

    public static Example example(List<Message> input, List<Tool> tools, Message output) {
        return Example.of(pair(input, tools, output));
    }

    /** The question, answered; with a system message and no tools. */
    public static Example answering(Message question, Message answer) {
        return example(List.of(SYSTEM, question), List.of(), answer);
    }

    public static Preference preference(Message chosen, Message rejected) {
        return preference(List.of(SYSTEM, QUESTION), List.of(), chosen, rejected);
    }

    public static Preference preference(List<Message> input, List<Tool> tools, Message chosen, Message rejected) {
        return new Preference(
                "f-"
                        + Digest.of(input.toString(), chosen.toString(), rejected.toString())
                                .id(),
                "i-" + Digest.of(input.toString()).id(),
                "orders",
                "p-" + Digest.of(input.toString(), rejected.toString()).id(),
                Optional.empty(),
                "correction",
                input,
                tools,
                chosen,
                rejected,
                NIGHT,
                1);
    }

    public static Member member(Example example, Side side) {
        return member(example, "input of " + example.exampleId(), "group of " + example.exampleId(), side);
    }

    public static Member member(Example example, String inputId, String leakGroup, Side side) {
        return member(example, inputId, leakGroup, List.of(), side);
    }

    public static Member member(Example example, String inputId, String leakGroup, List<String> sources, Side side) {
        return new Member(example, "origin of " + example.exampleId(), inputId, leakGroup, sources, side, 0.7);
    }

    /** A target's row of an example, as it stands in the file. */
    public static String row(TargetFormat format, Example example) {
        return Json.canonical(format.target().row(example));
    }
}
