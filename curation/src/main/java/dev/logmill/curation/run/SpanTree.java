package dev.logmill.curation.run;

import dev.logmill.curation.trace.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tree of one trace, made by ids alone. Whatever the log lost, there is one: spans whose parent never came hang
 * under a root that is not written, and a circle of parents is cut at its first span in {@link SpanOrder}. No step
 * recurses, so a trace of a hundred thousand levels is only slow.
 */
final class SpanTree {
    private static final Comparator<Span> NEWEST_FIRST = Comparator.comparing(Span::versionAt)
            .reversed()
            .thenComparing(Span::source)
            .thenComparing(Comparator.comparing(Span::recordDigest).reversed());

    private final Map<String, SpanNode> byId = new LinkedHashMap<>();
    private final List<SpanNode> preorder = new ArrayList<>();

    SpanTree(List<Span> spansOfOneTrace) {
        Set<String> doubled = new HashSet<>();
        for (Span span : SpanOrder.sorted(oneOfEach(spansOfOneTrace, doubled))) {
            byId.put(span.spanId(), new SpanNode(span));
        }
        for (SpanNode node : byId.values()) {
            if (doubled.contains(node.span().spanId())) {
                node.repaired("doubled");
            }
            hang(node);
        }
        cutCircles();
        byId.values().forEach(node -> node.parent()
                .ifPresent(parent -> parent.children().add(node)));
        walk();
        preorder.forEach(SpanNode::settle);
        for (int i = preorder.size() - 1; i >= 0; i--) {
            preorder.get(i).tellOfCalls();
        }
    }

    /** All spans, each before its children, siblings in order. */
    List<SpanNode> preorder() {
        return preorder;
    }

    Optional<Span> span(String spanId) {
        return Optional.ofNullable(byId.get(spanId)).map(SpanNode::span);
    }

    /** Of spans that share an id the newest stands, then the one of the smaller source. */
    private static Collection<Span> oneOfEach(List<Span> spans, Set<String> doubled) {
        Map<String, Span> kept = new TreeMap<>();
        Map<String, String> sources = new HashMap<>();
        for (Span span : spans) {
            kept.merge(span.spanId(), span, (a, b) -> NEWEST_FIRST.compare(a, b) <= 0 ? a : b);
            String source = sources.merge(span.spanId(), span.source(), (a, b) -> a);
            if (!source.equals(span.source())) {
                doubled.add(span.spanId());
            }
        }
        return kept.values();
    }

    private void hang(SpanNode node) {
        Optional<String> parentId =
                node.span().parentSpanId().filter(id -> !id.equals(node.span().spanId()));
        if (parentId.isEmpty()) {
            return;
        }
        Optional.ofNullable(byId.get(parentId.get())).ifPresentOrElse(node::under, () -> node.repaired("orphan"));
    }

    private void cutCircles() {
        Set<SpanNode> sound = new HashSet<>();
        for (SpanNode start : byId.values()) {
            Set<SpanNode> way = new LinkedHashSet<>();
            Optional<SpanNode> at = Optional.of(start);
            while (at.isPresent() && !sound.contains(at.get()) && way.add(at.get())) {
                at = at.get().parent();
            }
            at.filter(way::contains).ifPresent(this::cut);
            sound.addAll(way);
        }
    }

    private void cut(SpanNode inCircle) {
        Set<SpanNode> circle = new HashSet<>();
        Optional<SpanNode> at = Optional.of(inCircle);
        while (at.isPresent() && circle.add(at.get())) {
            at = at.get().parent();
        }
        SpanNode first =
                byId.values().stream().filter(circle::contains).findFirst().orElse(inCircle);
        first.cutOff();
        first.repaired("cycle");
    }

    private void walk() {
        Deque<SpanNode> open = new ArrayDeque<>();
        byId.values().stream().filter(node -> node.parent().isEmpty()).forEach(open::addLast);
        while (!open.isEmpty()) {
            SpanNode node = open.removeFirst();
            preorder.add(node);
            for (int i = node.children().size() - 1; i >= 0; i--) {
                open.addFirst(node.children().get(i));
            }
        }
    }
}
