package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tools that were offered, by the names that a mapping gives; where it gives none, in the shapes that are known. */
record MappedTools(Mapping.OfferFields names) {
    List<Tool> in(MappedRecord record) throws UnreadableRecord {
        Optional<JsonNode> offered = record.value(names.at()).map(JsonInText::decoded);
        if (offered.isEmpty()) {
            return List.of();
        }
        if (!offered.get().isArray()) {
            throw MappedRecord.wrong(names.at(), "a list of tools", offered.get());
        }
        if (!names.declared()) {
            ObjectNode request = Json.MAPPER.createObjectNode();
            request.set("tools", offered.get());
            return new OfferedTools(new Fields()).of(request);
        }
        List<Tool> tools = new ArrayList<>();
        for (JsonNode tool : offered.get()) {
            tools.add(declared(new MappedRecord(record.raw(), tool, record.document(), record.pathNames())));
        }
        return tools;
    }

    private Tool declared(MappedRecord tool) throws UnreadableRecord {
        Optional<String> name = tool.text(Optional.of(names.name()));
        if (name.isEmpty()) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD,
                    "%s: a tool without a name; looked for %s"
                            .formatted(
                                    names.at().map(Address::written).orElse(""),
                                    names.name().written()));
        }
        return new Tool(
                name.get(),
                tool.text(Optional.of(names.description())),
                tool.value(Optional.of(names.schema()))
                        .map(JsonInText::decoded)
                        .filter(JsonNode::isObject)
                        .map(Json::canonical));
    }
}
