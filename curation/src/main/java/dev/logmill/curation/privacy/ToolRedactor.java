package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces identifiers in the tools that a model was offered, and in what it calls them with. Both have the placeholders of the row, so
 * that arguments are still among those that the schema lists; tools in which nothing is found stay as they are, and so are the
 * same in all rows.
 */
final class ToolRedactor {
    /** The label by which it is remembered that nothing was found in a schema. */
    private static final String SCHEMA = "schema";

    private final JoinRedactor joins;
    private final JsonRedactor said;
    private final TextRedactor described;
    private final TextRedactor offered;
    private final Pseudonyms pseudonyms;

    /**
     * One for a record.
     *
     * @param said goes over what was said, arguments among it
     * @param described goes over descriptions
     * @param offered goes over names of fields and what schemas list
     */
    ToolRedactor(
            JoinRedactor joins,
            JsonRedactor said,
            TextRedactor described,
            TextRedactor offered,
            Pseudonyms pseudonyms) {
        this.joins = joins;
        this.said = said;
        this.described = described;
        this.offered = offered;
        this.pseudonyms = pseudonyms;
    }

    /** The tools without identifiers. */
    List<Tool> tools(List<Tool> tools, String scope) throws PrivacyFailure {
        List<Tool> redacted = new ArrayList<>(tools.size());
        for (Tool tool : tools) {
            redacted.add(new Tool(
                    joins.name(tool.name()),
                    new JsonRedactor(described, pseudonyms).redact(tool.description(), scope),
                    schema(tool.parameters(), scope)));
        }
        return redacted;
    }

    private Optional<String> schema(Optional<String> parameters, String scope) throws PrivacyFailure {
        return parameters.isEmpty() ? parameters : Optional.of(schema(parameters.get(), scope));
    }

    private String schema(String parameters, String scope) throws PrivacyFailure {
        if (described.search().isClean(parameters, SCHEMA) && !described.maySee(parameters)) {
            return parameters;
        }
        Optional<JsonNode> schema = Json.container(parameters);
        if (schema.isEmpty()) {
            return described.redact(parameters, scope);
        }
        JsonNode kept = schemas(scope).of(schema.get());
        if (!kept.equals(schema.get())) {
            return Json.canonical(kept);
        }
        if (described.isFirst()) {
            described.search().keepClean(parameters, SCHEMA);
        }
        return parameters;
    }

    /**
     * What a tool is called with, valid under its schema; see {@link FittedArguments}.
     *
     * @param tools those that were offered
     */
    String arguments(ToolCall call, List<Tool> tools, String scope) throws PrivacyFailure {
        if (!said.finds(call.arguments(), scope)) {
            return call.arguments();
        }
        Optional<JsonNode> schema = tools.stream()
                .filter(tool -> tool.name().equals(call.name()))
                .findFirst()
                .flatMap(Tool::parameters)
                .flatMap(Json::container);
        Optional<JsonNode> arguments = schema.isEmpty() ? schema : Json.container(call.arguments());
        if (arguments.isEmpty()) {
            return said.redact(call.arguments(), scope);
        }
        Subschemas schemas = new Subschemas(schema.get());
        return Json.canonical(new FittedArguments(said, schemas(scope), schemas, scope).of(arguments.get()));
    }

    private SchemaRedactor schemas(String scope) {
        return new SchemaRedactor(
                new JsonRedactor(described, pseudonyms),
                new JsonRedactor(offered, pseudonyms),
                new FittedValue(pseudonyms, scope),
                scope);
    }
}
