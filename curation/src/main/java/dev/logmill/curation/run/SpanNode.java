package dev.logmill.curation.run;

import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A span in its place in the tree. Two nodes are equal only where they are the same. */
final class SpanNode {
    private final Span span;
    private final List<SpanNode> children = new ArrayList<>();
    private final List<String> repairs = new ArrayList<>();
    private Optional<SpanNode> parent = Optional.empty();
    private Optional<SpanNode> owner = Optional.empty();
    private boolean excluded;
    private boolean llmBelow;
    private int level = 1;

    SpanNode(Span span) {
        this.span = span;
    }

    Span span() {
        return span;
    }

    Optional<SpanNode> parent() {
        return parent;
    }

    List<SpanNode> children() {
        return children;
    }

    /** What had to be mended about this span, in words. */
    List<String> repairs() {
        return repairs;
    }

    /** The agent span whose run this span belongs to, itself included; absent outside of all agents. */
    Optional<SpanNode> owner() {
        return owner;
    }

    /** The run that sees this span: its own, or for an agent span also the one around it. */
    Optional<SpanNode> outerOwner() {
        return parent.flatMap(SpanNode::owner);
    }

    /** An evaluator, or under one: nothing that the agent did. */
    boolean excluded() {
        return excluded;
    }

    /** Spans on the way from the trace's root to here, itself included. */
    int level() {
        return level;
    }

    boolean is(SpanKind kind) {
        return span.kind() == kind;
    }

    boolean failed() {
        return span.status() == Status.ERROR || span.failure().isPresent();
    }

    /**
     * A model call of its own. An llm span over another one, with at most chains between them, is a wrapper that repeats
     * what the inner one says; one whose tool calls a model again is a call like any other.
     */
    boolean isStep() {
        return is(SpanKind.LLM) && !excluded && !llmBelow;
    }

    void under(SpanNode newParent) {
        parent = Optional.of(newParent);
    }

    void cutOff() {
        parent = Optional.empty();
    }

    void repaired(String what) {
        repairs.add(what + ":" + span.spanId());
    }

    /** Learns from its parent, which already has learnt from its own. */
    void settle() {
        excluded = is(SpanKind.EVALUATOR) || parent.map(SpanNode::excluded).orElse(false);
        owner = is(SpanKind.AGENT) ? Optional.of(this) : outerOwner();
        level = parent.map(above -> above.level + 1).orElse(1);
    }

    /** Tells its parent of a model call, after all its children told theirs. */
    void tellOfCalls() {
        if (!excluded && (is(SpanKind.LLM) || (is(SpanKind.CHAIN) && llmBelow))) {
            parent.ifPresent(above -> above.llmBelow = true);
        }
    }
}
