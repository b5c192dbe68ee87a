package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a span tells in single values: of each field what the first dialect says. What another one says likewise is the same
 * once more; where it says something else, that stays among the attributes, unless it may tell a person.
 */
final class FieldValues {
    private static final Set<Field> OF_ANY_FORM =
            EnumSet.of(Field.FINISH, Field.PARAMETERS, Field.TOOL_ARGUMENTS, Field.TOOL_RESULT, Field.TAGS);
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?([eE]-?[0-9]{1,2})?");
    private static final double MOST_TOKENS = 0x1.0p53;

    /** What each field is called, in the order of the dialects. */
    private static final Map<Field, List<String>> NAMES = names();

    private final Attributes attributes;

    FieldValues(Attributes attributes) {
        this.attributes = attributes;
    }

    private static Map<Field, List<String>> names() {
        Map<Field, List<String>> names = new EnumMap<>(Field.class);
        for (AttributeDialects each : AttributeDialects.values()) {
            each.dialect().names().forEach((field, its) -> names.computeIfAbsent(field, none -> new ArrayList<>())
                    .addAll(its));
        }
        return names;
    }

    /** The value of a field, read; nothing where no dialect tells it. */
    Optional<JsonNode> value(Field field) {
        Optional<JsonNode> first = Optional.empty();
        for (String name : NAMES.getOrDefault(field, List.of())) {
            JsonNode value = attributes.peek(name);
            if (!Fields.isEmpty(value) && (value.isValueNode() || OF_ANY_FORM.contains(field))) {
                first = first.isPresent() ? first : Optional.of(value);
                settle(field, name, value, first.get());
            }
        }
        return first;
    }

    private void settle(Field field, String name, JsonNode value, JsonNode first) {
        // Reasons to end are spelt in many ways.
        boolean said = field.isPersonal() || field == Field.FINISH;
        if (said || value.equals(first) || value.asText().equals(first.asText())) {
            attributes.use(name);
        }
    }

    /** The same as text, where it is not blank. */
    Optional<String> text(Field field) {
        return value(field).map(Fields::asText).filter(text -> !text.isBlank());
    }

    /** A count; a text of digits counts too. */
    Optional<Long> count(Field field) {
        return number(field)
                .filter(number -> number >= 0 && number <= MOST_TOKENS)
                .map(Double::longValue);
    }

    /** A number, or what a text spells as one. */
    Optional<Double> number(Field field) {
        return value(field).flatMap(FieldValues::number);
    }

    static Optional<Double> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.doubleValue());
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        boolean spells = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && NUMBER.matcher(text).matches();
        return spells ? Optional.of(new BigDecimal(text).doubleValue()) : Optional.empty();
    }
}
