package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of one message as one text. A provider splits an answer wherever it cites or streams, in mid-sentence too, so an
 * assistant's neighbouring texts run on; whoever writes a message in several texts means several, and so does an assistant
 * that thought or called a tool in between: those are parted by a line, unless white space parts them already.
 */
final class SaidText {
    /** Neighbours that run on, in their order. */
    private final List<List<String>> runs = new ArrayList<>(1);

    private boolean ended = true;

    void add(String text) {
        if (ended) {
            runs.add(new ArrayList<>(1));
            ended = false;
        }
        runs.get(runs.size() - 1).add(text);
    }

    /** What comes next does not run on. */
    void end() {
        ended = true;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The text as somebody in this role said it. */
    String of(Role role) {
        StringBuilder said = new StringBuilder();
        for (List<String> run : runs) {
            for (int i = 0; i < run.size(); i++) {
                boolean runsOn = i > 0 && role == Role.ASSISTANT;
                if (!runsOn && !said.isEmpty() && !isParted(said, run.get(i))) {
                    said.append('\n');
                }
                said.append(run.get(i));
            }
        }
        return said.toString();
    }

    private static boolean isParted(StringBuilder before, String after) {
        return Character.isWhitespace(before.charAt(before.length() - 1)) || Character.isWhitespace(after.charAt(0));
    }
}
