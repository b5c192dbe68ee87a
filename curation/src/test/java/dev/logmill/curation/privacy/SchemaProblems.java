package dev.logmill.curation.privacy;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.util.List;

/** What a JSON Schema has against a document, formats included. */
final class SchemaProblems {
    private SchemaProblems() {}

    static List<String> of(String schema, String document) throws IOException {
        JsonSchema validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return validator.validate(Json.parse(document)).stream()
                .map(Object::toString)
                .toList();
    }
}
