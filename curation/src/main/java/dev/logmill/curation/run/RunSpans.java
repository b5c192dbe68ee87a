package dev.logmill.curation.run;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The spans of one run.
 *
 * @param root the agent span; absent where the run is what no agent span holds
 * @param own its spans, each before its children
 * @param seen its spans and the agent spans of the runs directly inside of it, each before its children
 */
record RunSpans(Optional<SpanNode> root, List<SpanNode> own, List<SpanNode> seen) {
    RunSpans {
        own = List.copyOf(own);
        seen = List.copyOf(seen);
    }

    /** The source of the root, else the smallest one. */
    String source() {
        return root.map(node -> node.span().source())
                .orElseGet(() -> spans().map(Span::source).sorted().findFirst().orElse(""));
    }

    Optional<Instant> startedAt() {
        return spans().flatMap(span -> span.startedAt().stream()).min(Comparator.naturalOrder());
    }

    Optional<Instant> endedAt() {
        return spans().flatMap(span -> span.endedAt().stream()).max(Comparator.naturalOrder());
    }

    Stream<Span> spans() {
        return own.stream().map(SpanNode::span);
    }

    /** What a span says of the whole run: the root, else its spans from the top down, else those above it. */
    <T> Optional<T> nearest(Function<Span, Optional<T>> field) {
        return own.stream()
                .sorted(Comparator.comparingInt(SpanNode::level))
                .flatMap(node -> field.apply(node.span()).stream())
                .findFirst()
                .or(() -> above().stream()
                        .flatMap(span -> field.apply(span).stream())
                        .findFirst());
    }

    /** The span that may tell input and output of the whole: the root, else the one span over all others. */
    Optional<Span> outer() {
        List<SpanNode> tops = own.stream().filter(node -> node.level() == 1).toList();
        Optional<SpanNode> top =
                tops.size() == 1 ? Optional.of(tops.get(0)).filter(node -> !node.isStep()) : Optional.empty();
        return root.or(() -> top).map(SpanNode::span);
    }

    /** The spans over the root, up to the next agent: of an agent around it nothing is taken over. */
    private List<Span> above() {
        List<Span> above = new ArrayList<>();
        Optional<SpanNode> at = root.flatMap(SpanNode::parent);
        while (at.isPresent() && !at.get().is(SpanKind.AGENT)) {
            above.add(at.get().span());
            at = at.get().parent();
        }
        return above;
    }

    /** Spans on the longest way down. */
    int depth() {
        int top = root.map(SpanNode::level).orElse(1);
        return own.stream().mapToInt(SpanNode::level).max().orElse(0) - top + 1;
    }

    /** Its failures, causes first: what fails below is told before what failed because of it. */
    List<Failure> errorChain() {
        List<Failure> chain = new ArrayList<>();
        for (SpanNode node : childrenFirst()) {
            if (node.failed()) {
                Failure failure = node.span().failure().orElse(new Failure("error", Optional.empty()));
                if (!repeatsAChild(node, failure)) {
                    chain.add(failure);
                }
            }
        }
        return chain;
    }

    private boolean repeatsAChild(SpanNode node, Failure failure) {
        return node.children().stream()
                .anyMatch(child -> !child.excluded()
                        && child.failed()
                        && (node.span().failure().isEmpty()
                                || child.span().failure().equals(Optional.of(failure))));
    }

    private List<SpanNode> childrenFirst() {
        List<SpanNode> order = new ArrayList<>();
        List<SpanNode> open = new ArrayList<>();
        for (SpanNode node : seen) {
            while (!open.isEmpty() && open.get(open.size() - 1).level() >= node.level()) {
                order.add(open.remove(open.size() - 1));
            }
            open.add(node);
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            order.add(open.get(i));
        }
        return order;
    }
}
