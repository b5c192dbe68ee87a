package dev.logmill.curation.run;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.Tool;
import java.util.List;

/** The tools that were offered together. */
public record Toolset(
        @Doc("The tools, in the order offered") List<Tool> tools) {
    public Toolset {
        tools = List.copyOf(tools);
    }
}
