package dev.logmill.curation.pair.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.Placeholder;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * JSON Schemas from logs, compiled once each. They are hostile: nothing outside of themselves is ever loaded, their
 * patterns run in linear time, and one that is no valid schema, or that never ends, is broken and not an exception.
 */
final class Schemas implements Serializable {
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .failFast(true)
            .formatAssertionsEnabled(false)
            .preloadJsonSchema(false)
            .regularExpressionFactory(LinearPatterns::compile)
            .build();

    // Without the factory's own cache: it is unbounded, and two logs may give one $id to two schemas.
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(VersionFlag.V202012, builder -> builder.enableSchemaCache(false)
                    .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));

    private static final JsonSchema SCHEMA_OF_SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG);

    private final int most;
    private final transient Map<String, Optional<JsonSchema>> compiled;

    Schemas(int most) {
        this.most = most;
        this.compiled = Collections.synchronizedMap(new Recent(most));
    }

    /** Compiled schemas do not travel: on the other side they are compiled again. */
    private Object readResolve() {
        return new Schemas(most);
    }

    /** What a schema says of a document. */
    enum Verdict {
        VALID,
        INVALID,
        /** Invalid where a value is not what was logged. */
        REDACTED,
        BROKEN_SCHEMA
    }

    /** A verdict, and for an invalid document the schema word that it breaks. */
    record Check(Verdict verdict, String keyword) {
        static final Check VALID = new Check(Verdict.VALID, "");
        static final Check BROKEN = new Check(Verdict.BROKEN_SCHEMA, "");

        /** The decision on what was checked; {@code what} is our own word for it. */
        Decision decision(Reason ifInvalid, String what) {
            return switch (verdict) {
                case VALID -> Decision.KEEP;
                case INVALID -> new Decision.Drop(ifInvalid, "%s breaks '%s'".formatted(what, keyword));
                case REDACTED ->
                    new Decision.Drop(
                            Reason.REDACTED_VALUE,
                            "%s has a redacted value, which breaks '%s'".formatted(what, keyword));
                case BROKEN_SCHEMA ->
                    new Decision.Drop(Reason.BROKEN_SCHEMA, "the schema for " + what + " is no valid one");
            };
        }
    }

    /** Checks a document against a schema given as text. */
    Check check(String schemaText, JsonNode document) {
        Optional<JsonSchema> schema = compiled.computeIfAbsent(schemaText, Schemas::compile);
        return schema.map(usable -> check(usable, document)).orElse(Check.BROKEN);
    }

    private static Check check(JsonSchema schema, JsonNode document) {
        try {
            Set<ValidationMessage> violations = schema.validate(document);
            return violations.stream()
                    .findFirst()
                    .map(violation -> new Check(verdict(violation), violation.getType()))
                    .orElse(Check.VALID);
        } catch (JsonSchemaException unresolved) {
            return Check.BROKEN;
        } catch (StackOverflowError endless) {
            // A schema may refer to itself for ever; only following it shows that.
            return Check.BROKEN;
        }
    }

    /** Nobody made a mistake where it is the placeholder that breaks the schema. */
    private static Verdict verdict(ValidationMessage violation) {
        JsonNode value = violation.getInstanceNode();
        return value != null && value.isTextual() && Placeholder.isIn(value.textValue())
                ? Verdict.REDACTED
                : Verdict.INVALID;
    }

    private static Optional<JsonSchema> compile(String text) {
        Optional<JsonNode> parsed = Json.container(text).filter(JsonNode::isObject);
        try {
            return parsed.filter(node -> SCHEMA_OF_SCHEMAS.validate(node).isEmpty())
                    .map(node -> FACTORY.getSchema(node, CONFIG));
        } catch (JsonSchemaException broken) {
            return Optional.empty();
        } catch (StackOverflowError tooDeep) {
            return Optional.empty();
        }
    }

    /** The least recently used schema goes first. */
    private static final class Recent extends LinkedHashMap<String, Optional<JsonSchema>> {
        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<JsonSchema>> eldest) {
            return size() > most;
        }
    }
}
