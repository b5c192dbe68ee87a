package dev.logmill.curation.run;

import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes runs of the spans of one trace.
 *
 * <p>Every agent span roots a run of its own; what no agent span holds is one run more, where it calls a model or where
 * there is no agent at all. Spans of evaluators are no part of any run. Nor are spans whose log has
 * told no more than updates of them, see {@link SpanParts#started}. The result depends on the spans alone, not on
 * the order or the sources they came from, and spans that are missing make it poorer but never fail it.
 */
public final class RunAssembler {
    private RunAssembler() {}

    /** The runs of one trace: all spans, of every source, that share a project and a trace id. */
    public static List<Run> assemble(List<Span> spansOfOneTrace, long batch) {
        SpanTree tree = new SpanTree(LatestTelling.of(SpanParts.started(spansOfOneTrace)));
        RunWriter writer = new RunWriter(tree, batch);
        return runs(tree).stream().map(writer::write).toList();
    }

    private static List<RunSpans> runs(SpanTree tree) {
        Map<Optional<SpanNode>, List<SpanNode>> own = new LinkedHashMap<>();
        Map<Optional<SpanNode>, List<SpanNode>> seen = new LinkedHashMap<>();
        for (SpanNode node : tree.preorder()) {
            if (!node.excluded()) {
                own.computeIfAbsent(node.owner(), root -> new ArrayList<>()).add(node);
                seen.computeIfAbsent(node.owner(), root -> new ArrayList<>()).add(node);
                if (node.is(SpanKind.AGENT)) {
                    seen.computeIfAbsent(node.outerOwner(), root -> new ArrayList<>())
                            .add(node);
                }
            }
        }
        boolean noAgents = own.keySet().stream().allMatch(Optional::isEmpty);
        List<RunSpans> runs = new ArrayList<>();
        own.forEach((root, members) -> {
            if (root.isPresent() || noAgents || members.stream().anyMatch(SpanNode::isStep)) {
                runs.add(new RunSpans(root, members, seen.getOrDefault(root, members)));
            }
        });
        return runs;
    }
}
