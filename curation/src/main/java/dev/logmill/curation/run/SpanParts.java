package dev.logmill.curation.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.EchoedInput;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Spans that their log tells bit by bit, as a start and updates, put together: in the order of their versions each part is
 * laid over those before it. What a part says stands over what was said before; what it leaves out takes nothing away.
 * A start, once told, stays; attributes are merged key by key, at any depth. So the result depends on the parts alone,
 * not on the order or the nights that they came in.
 *
 * <p>The rule is Langfuse's for the events of its ingestion, see {@code mergeRecords} of its worker; Braintrust's merges
 * and LangSmith's patches are cases of it.
 */
public final class SpanParts {
    /** The place of a part that starts its span; updates have later ones. */
    private static final int START = 0;

    private static final Comparator<Span> ORDER = Comparator.comparing(Span::versionAt)
            .thenComparing(span -> span.part().orElse(-1))
            .thenComparing(Span::recordDigest);

    private SpanParts() {}

    /** A span by the source that it came from. */
    private record Key(String source, String spanId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : spanId.compareTo(other.spanId);
        }
    }

    /** The spans of one trace, each whole. */
    public static List<Span> joined(List<Span> spans) {
        if (spans.stream().allMatch(span -> span.part().isEmpty())) {
            return spans;
        }
        Map<Key, List<Span>> parts = new TreeMap<>();
        for (Span span : spans) {
            parts.computeIfAbsent(new Key(span.source(), span.spanId()), key -> new ArrayList<>())
                    .add(span);
        }
        return parts.values().stream().map(SpanParts::whole).toList();
    }

    private static Span whole(List<Span> parts) {
        Span told = parts.stream().sorted(ORDER).reduce(SpanParts::laidOver).orElseThrow();
        boolean started = parts.stream().anyMatch(part -> part.part().orElse(START) == START);
        SpanBuilder span = told.toBuilder();
        if (isTalk(told) && parts.stream().noneMatch(SpanParts::leftSomethingOut)) {
            // One part may lack the messages that another one brings.
            span.unnote(Fidelity.MISSING_MESSAGES);
        }
        // A start that names no trace is one of its own.
        return finished((started ? span.unnote(Fidelity.MISSING_TRACE) : span.note(Fidelity.MISSING_START)).build());
    }

    /**
     * The spans of one trace, each whole, whose start has come. One that is known by updates alone may lack its parent, its
     * kind and its question: nothing is built on it until its start comes, on whatever night that is.
     */
    static List<Span> started(List<Span> spans) {
        return joined(spans).stream()
                .filter(span -> !span.fidelity().contains(Fidelity.MISSING_START))
                .toList();
    }

    /** Now that its kind is known, what a part that did not know it told as messages and as a tool's work in case. */
    private static Span finished(Span span) {
        SpanBuilder whole = span.toBuilder().whole();
        if (span.kind() != SpanKind.TOOL) {
            whole.toolUse(Optional.empty());
        } else if (span.toolUse().isPresent()) {
            whole.messagesIn(List.of()).messagesOut(List.of());
        }
        boolean silent = span.messagesOut().isEmpty() && span.status() != Status.ERROR;
        if (span.kind() == SpanKind.LLM && (span.messagesIn().isEmpty() || silent)) {
            whole.note(Fidelity.MISSING_MESSAGES);
        }
        return EchoedInput.without(whole.build());
    }

    private static Span laidOver(Span earlier, Span later) {
        SpanBuilder span = earlier.toBuilder()
                .recordId(later.recordId().or(earlier::recordId))
                .parentSpanId(later.parentSpanId().or(earlier::parentSpanId))
                // A chain is also what a part is made that does not say its kind.
                .kind(later.kind() == SpanKind.CHAIN ? earlier.kind() : later.kind())
                .name(later.name().isEmpty() ? earlier.name() : later.name())
                .agent(later.agent().or(earlier::agent))
                .agentVersion(later.agentVersion().or(earlier::agentVersion))
                .sessionId(later.sessionId().or(earlier::sessionId))
                .subject(later.subject().or(earlier::subject))
                .groupId(later.groupId().or(earlier::groupId))
                .startedAt(earlier.startedAt().or(later::startedAt))
                .endedAt(later.endedAt().or(earlier::endedAt))
                .status(later.status() == Status.UNSET ? earlier.status() : later.status())
                .failure(later.failure().or(earlier::failure))
                .model(over(later.model(), earlier.model(), SpanParts::model))
                .continuesSpanId(later.continuesSpanId().or(earlier::continuesSpanId))
                .messagesIn(later.messagesIn().isEmpty() ? earlier.messagesIn() : later.messagesIn())
                .messagesOut(later.messagesOut().isEmpty() ? earlier.messagesOut() : later.messagesOut())
                .tools(later.tools().isEmpty() ? earlier.tools() : later.tools())
                .toolUse(over(later.toolUse(), earlier.toolUse(), SpanParts::toolUse))
                .usage(over(later.usage(), earlier.usage(), SpanParts::usage))
                .costUsd(later.costUsd().or(earlier::costUsd))
                .outcome(later.outcome().or(earlier::outcome))
                .attributes(attributes(earlier.attributes(), later.attributes()))
                .versionAt(later.versionAt())
                .recordDigest(later.recordDigest())
                .batch(Math.max(earlier.batch(), later.batch()));
        later.fidelity().forEach(span::note);
        return span.build();
    }

    private static boolean isTalk(Span span) {
        return !span.messagesIn().isEmpty() && !span.messagesOut().isEmpty();
    }

    /**
     * Whether something within its messages could not be read, which no other part brings. A span that need not be told whole notes
     * nothing else as missing, and one that tells both what went in and what came out lacks neither.
     */
    private static boolean leftSomethingOut(Span part) {
        return part.fidelity().contains(Fidelity.MISSING_MESSAGES)
                && (part.part().isPresent() || isTalk(part));
    }

    private interface Over<T> {
        T of(T later, T earlier);
    }

    private static <T> Optional<T> over(Optional<T> later, Optional<T> earlier, Over<T> both) {
        return later.isPresent() && earlier.isPresent()
                ? Optional.of(both.of(later.get(), earlier.get()))
                : later.or(() -> earlier);
    }

    private static Model model(Model later, Model earlier) {
        return new Model(
                later.provider().or(earlier::provider),
                later.requested().or(earlier::requested),
                later.responded().or(earlier::responded),
                over(later.parameters(), earlier.parameters(), (over, under) -> attributes(under, over)),
                later.responseId().or(earlier::responseId),
                later.finishReason().or(earlier::finishReason));
    }

    private static ToolUse toolUse(ToolUse later, ToolUse earlier) {
        return new ToolUse(
                later.name().isEmpty() ? earlier.name() : later.name(),
                later.callId().or(earlier::callId),
                later.arguments().or(earlier::arguments),
                later.result().or(earlier::result));
    }

    private static Usage usage(Usage later, Usage earlier) {
        return new Usage(
                later.inputTokens().or(earlier::inputTokens),
                later.outputTokens().or(earlier::outputTokens),
                later.cacheReadTokens().or(earlier::cacheReadTokens),
                later.cacheWriteTokens().or(earlier::cacheWriteTokens),
                later.reasoningTokens().or(earlier::reasoningTokens));
    }

    private static String attributes(String earlier, String later) {
        if (later.equals("{}") || later.equals(earlier)) {
            return earlier;
        }
        return earlier.equals("{}") ? later : Json.canonical(merged(tree(earlier), tree(later)));
    }

    private static JsonNode merged(JsonNode earlier, JsonNode later) {
        if (!(earlier instanceof ObjectNode under) || !later.isObject()) {
            return later;
        }
        ObjectNode both = under.deepCopy();
        later.properties().forEach(field -> {
            JsonNode before = both.path(field.getKey());
            both.set(field.getKey(), before.isMissingNode() ? field.getValue() : merged(before, field.getValue()));
        });
        return both;
    }

    private static JsonNode tree(String canonical) {
        try {
            return Json.parse(canonical);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Attributes of a span are no JSON", impossible);
        }
    }
}
