package dev.logmill.curation.pair;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.CallIds.Renamed;
import dev.logmill.curation.run.MessageChain;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations with renamed tool calls and a digest. Both depend on nothing but the messages up to there, so the steps
 * of a run share them as they share their messages, and a run of a hundred steps is hashed about once.
 */
final class CanonicalConversations {
    private static final Canonical EMPTY = new Canonical(
            MessageChain.EMPTY, CallIds.NONE, Digest.of("conversation").hex());

    private final Map<MessageChain, Canonical> known = new HashMap<>();

    /** A conversation in its canonical form; the digest covers every message whole and in order. */
    record Canonical(MessageChain messages, CallIds ids, String digest) {
        Canonical plus(Message message) {
            Renamed renamed = ids.rename(message);
            return new Canonical(
                    messages.plus(renamed.message()),
                    renamed.after(),
                    CanonicalConversations.digest(digest, renamed.message()));
        }
    }

    Canonical of(MessageChain conversation) {
        Deque<MessageChain> unknown = new ArrayDeque<>();
        MessageChain at = conversation;
        while (at.size() > 0 && !known.containsKey(at)) {
            unknown.push(at);
            at = at.before();
        }
        Canonical canonical =
                at.size() == 0 ? EMPTY : Optional.ofNullable(known.get(at)).orElseThrow();
        for (MessageChain longer : unknown) {
            canonical = canonical.plus(longer.last().orElseThrow());
            known.put(longer, canonical);
        }
        return canonical;
    }

    private static String digest(String before, Message message) {
        Digest digest = Digest.of(before, message.role().name());
        add(digest, message.content());
        add(digest, message.reasoning());
        add(digest, message.refusal());
        add(digest, message.name());
        add(digest, message.toolCallId());
        digest.add(message.toolCalls().size());
        for (ToolCall call : message.toolCalls()) {
            digest.add(call.id()).add(call.name()).add(call.arguments());
        }
        digest.add(message.media().size());
        for (Media media : message.media()) {
            digest.add(media.type());
            add(digest, media.mime());
            add(digest, media.uri());
            add(digest, media.sha256());
        }
        return digest.hex();
    }

    /** Absent and empty are different answers. */
    static void add(Digest digest, Optional<String> text) {
        digest.add(text.isPresent() ? 1 : 0).add(text.orElse(""));
    }
}
