package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds values in a text in one pass, however many there are (Aho and Corasick, 1975). Unlike the words that are known
 * beforehand, values are of any chars and are looked for a few times only, so that steps are made on the way.
 */
final class SeenSearch {
    private static final int ASCII = 0x80;

    private final Node root = new Node();

    /** Which chars of ASCII a value begins with: of most texts no other char is looked at twice. */
    private final boolean[] begins = new boolean[ASCII];

    /** What was read so far: the beginning of a value. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();

        /** The longest end of what was read that is the beginning of a value, too; of the root itself. */
        private @Nullable Node shorter;

        /** The next of those that a value ends in. */
        private @Nullable Node ending;

        /** The value that ends here. */
        private @Nullable Finding value;
    }

    /** @param values by what is written, each with the place it would have in a text of its own */
    SeenSearch(Map<String, Finding> values) {
        values.forEach(this::add);
        link();
    }

    private void add(String written, Finding value) {
        if (written.charAt(0) < ASCII) {
            begins[written.charAt(0)] = true;
        }
        Node node = root;
        for (int i = 0; i < written.length(); i++) {
            node = node.next.computeIfAbsent(written.charAt(i), none -> new Node());
        }
        node.value = value;
    }

    private void link() {
        Deque<Node> queue = new ArrayDeque<>();
        queue.add(root);
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            node.next.forEach((c, child) -> {
                Node shorter = node.shorter == null ? root : step(node.shorter, c);
                child.shorter = shorter;
                child.ending = shorter.value == null ? shorter.ending : shorter;
                queue.add(child);
            });
        }
    }

    private static Node step(Node from, char c) {
        Node node = from;
        Node next = node.next.get(c);
        while (next == null && node.shorter != null) {
            node = node.shorter;
            next = node.next.get(c);
        }
        return next == null ? node : next;
    }

    /** Tells each value wherever it is, one over another too. */
    void find(String text, Consumer<Finding> sink) {
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (node == root && c < ASCII && !begins[c]) {
                continue;
            }
            node = step(node, c);
            Node ending = node.value == null ? node.ending : node;
            while (ending != null && ending.value != null) {
                Finding value = ending.value;
                sink.accept(new Finding(value.type(), i + 1 - value.end(), i + 1, value.value()));
                ending = ending.ending;
            }
        }
    }

    /** Whether any value is in the text. */
    boolean isIn(String text) {
        boolean[] any = {false};
        find(text, value -> any[0] = true);
        return any[0];
    }
}
