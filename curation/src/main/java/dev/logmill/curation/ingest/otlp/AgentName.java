package dev.logmill.curation.ingest.otlp;

import dev.logmill.curation.trace.SpanKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the agent of a span is called. */
final class AgentName {
    /** An id that was drawn for one run names no agent. */
    private static final Pattern DRAWN = Pattern.compile("[0-9a-fA-F-]{16,64}|[0-9]+");

    /** What frameworks write around an agent's name to name its span. */
    private static final Pattern AROUND = Pattern.compile("^(?:invoke|create)_agent |\\._execute_core$|\\.agent$");

    private AgentName() {}

    /** The agent that a span names; one that is an agent's run and names none goes by its node in the graph, else by the span. */
    static Optional<String> of(Carried span, FieldValues values, SpanKind kind) {
        Optional<String> named = values.text(Field.AGENT);
        if (named.isPresent() || kind != SpanKind.AGENT) {
            return named;
        }
        Attributes attributes = span.attributes();
        return attributes
                .text("traceloop.entity.name")
                .or(() -> AgentOps.name(attributes))
                .or(() -> attributes.text("graph.node.name"))
                .or(() -> attributes.text("graph.node.id").filter(id -> !DRAWN.matcher(id)
                        .matches()))
                .or(() -> Optional.of(AROUND.matcher(span.name()).replaceAll("")))
                .filter(name -> !name.isBlank());
    }
}
