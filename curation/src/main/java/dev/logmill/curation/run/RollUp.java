package dev.logmill.curation.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Sums a quantity over a run without counting anything twice: a span's own figure counts where it is a model call, or
 * where no span below it carries one, because a figure above others is their sum told again.
 */
final class RollUp<T> {
    private final Function<SpanNode, Optional<T>> own;
    private final BinaryOperator<T> plus;
    private final Map<SpanNode, T> totals = new HashMap<>();
    private final Set<SpanNode> carrying = new HashSet<>();

    RollUp(SpanTree tree, Function<SpanNode, Optional<T>> own, BinaryOperator<T> plus) {
        this.own = own;
        this.plus = plus;
        List<SpanNode> preorder = tree.preorder();
        for (int i = preorder.size() - 1; i >= 0; i--) {
            settle(preorder.get(i));
        }
    }

    /** The sum over a run, by the spans that it consists of. */
    Optional<T> total(List<SpanNode> members, Optional<SpanNode> root) {
        return root.isPresent()
                ? Optional.ofNullable(totals.get(root.get()))
                : members.stream()
                        .filter(node -> node.parent().isEmpty() && node.owner().isEmpty())
                        .flatMap(node -> Optional.ofNullable(totals.get(node)).stream())
                        .reduce(plus);
    }

    private void settle(SpanNode node) {
        if (node.excluded()) {
            return;
        }
        Optional<T> mine = own.apply(node);
        boolean below = node.children().stream().anyMatch(carrying::contains);
        Optional<T> sum = node.isStep() || !below ? mine : Optional.empty();
        for (SpanNode child : node.children()) {
            // An agent inside is a run of its own: its figures are counted there.
            if (child.owner().equals(node.owner())) {
                Optional<T> part = Optional.ofNullable(totals.get(child));
                Optional<T> soFar = sum;
                sum = soFar.isPresent() && part.isPresent()
                        ? Optional.of(plus.apply(soFar.get(), part.get()))
                        : soFar.or(() -> part);
            }
        }
        sum.ifPresent(total -> totals.put(node, total));
        if (below || mine.isPresent()) {
            carrying.add(node);
        }
    }
}
