package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the parts of one message, and the results of tools that came inside it. Where somebody ran the message's own
 * calls before it went on, it is several messages: what was said with the calls, their results, what was said then.
 */
final class MessageParts {
    private final List<Message> results = new ArrayList<>(2);
    private final List<Round> rounds = new ArrayList<>(1);

    /** Up to where tools were run. */
    private static final class Round {
        private final SaidText text = new SaidText();
        private final List<String> reasoning = new ArrayList<>(2);
        private final List<ToolCall> calls = new ArrayList<>(2);
        private final List<Media> media = new ArrayList<>(2);
        private final List<Message> answers = new ArrayList<>(2);
        private @Nullable String refusal;
        private boolean ran;

        boolean isEmpty() {
            return text.isEmpty() && reasoning.isEmpty() && calls.isEmpty() && media.isEmpty() && refusal == null;
        }

        boolean calls(Message result) {
            return calls.stream()
                    .anyMatch(call ->
                            result.toolCallId().filter(call.id()::equals).isPresent());
        }

        /** An assistant that says nothing has no content; anybody else said the empty text. */
        Message message(Role role, Optional<String> name, Optional<String> toolCallId) {
            boolean silent = text.isEmpty() && (role == Role.ASSISTANT || !media.isEmpty());
            return new Message(
                    role,
                    silent ? Optional.empty() : Optional.of(text.of(role)),
                    reasoning.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", reasoning)),
                    Optional.ofNullable(refusal),
                    name,
                    toolCallId,
                    calls,
                    media);
        }
    }

    MessageParts() {
        rounds.add(new Round());
    }

    private Round last() {
        return rounds.get(rounds.size() - 1);
    }

    /** The round that goes on, or a new one where the tools of the last have run. */
    private Round open() {
        if (last().ran) {
            rounds.add(new Round());
        }
        return last();
    }

    void text(String text) {
        if (!text.isEmpty()) {
            open().text.add(text);
        }
    }

    /** A text that does not run on, in either direction. */
    void ownText(String text) {
        endText();
        text(text);
        endText();
    }

    /** What is said next is a text of its own. */
    void endText() {
        last().text.end();
    }

    void reasoning(String text) {
        if (!text.isEmpty()) {
            Round round = open();
            round.reasoning.add(text);
            round.text.end();
        }
    }

    void refusal(String text) {
        if (!text.isEmpty()) {
            Round round = open();
            round.refusal = round.refusal == null ? text : round.refusal + "\n" + text;
        }
    }

    void call(ToolCall call) {
        Round round = open();
        round.calls.add(call);
        round.text.end();
    }

    /** A call of a tool that the provider has run, whether or not the result is told. */
    void callOfProvider(ToolCall call) {
        if (!last().answers.isEmpty()) {
            rounds.add(new Round());
        }
        last().calls.add(call);
        last().ran = true;
    }

    void media(Media reference) {
        Round round = open();
        round.media.add(reference);
        round.text.end();
    }

    void result(Message result) {
        // Made ids repeat: a result is that of the last such call.
        Optional<Round> caller =
                rounds.stream().filter(round -> round.calls(result)).reduce((earlier, later) -> later);
        if (caller.isEmpty()) {
            results.add(result);
            last().text.end();
            return;
        }
        caller.get().answers.add(result);
        caller.get().ran = true;
    }

    boolean hasText() {
        return rounds.stream().anyMatch(round -> !round.text.isEmpty());
    }

    /** Whether nothing was gathered, no result either. */
    boolean isEmpty() {
        return results.isEmpty() && rounds.stream().allMatch(Round::isEmpty);
    }

    /** The one message of somebody who calls no tools. */
    Message message(Role role, Optional<String> name, Optional<String> toolCallId) {
        return rounds.get(0).message(role, name, toolCallId);
    }

    /**
     * Results of earlier calls, then the messages with the results of their own calls behind them. Results alone make no
     * message; nothing at all is an empty one.
     */
    List<Message> messages(Role role, Optional<String> name, Optional<String> toolCallId) {
        List<Message> messages = new ArrayList<>(results);
        for (Round round : rounds) {
            if (!round.isEmpty() || messages.isEmpty()) {
                messages.add(round.message(role, name, toolCallId));
            }
            messages.addAll(round.answers);
        }
        return messages;
    }
}
