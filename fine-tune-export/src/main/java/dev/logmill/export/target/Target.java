package dev.logmill.export.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import java.util.List;
import java.util.Optional;

/** How one kind of trainer wants an example. Pure: the same example is always the same row. */
public interface Target {
    /** Why this target cannot carry an example, as a short name to count under; nothing where it can. */
    Optional<String> excludes(Example example);

    /** The row of an example. */
    ObjectNode row(Example example);

    /** What a row means: the other way round. */
    Conversation conversation(Kind kind, JsonNode row);

    /** The columns of its rows, in order. */
    List<Feature> features(Kind kind, boolean withTools);

    /** How it wants the arguments of a tool call. */
    ArgumentForm arguments();

    /** What a reader of the card must know of its rows: one or two sentences of Markdown. */
    String note();

    /** Whether a file must have tools on every row or on none, so that rows without tools go to a file of their own. */
    boolean toolsAllOrNone();
}
