package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One record as a mapping sees it: itself, the document around it, and what its object's path says. What a mapping
 * declares is there in its type, or not there at all: a value of another type makes the record unreadable.
 */
record MappedRecord(RawRecord raw, JsonNode body, JsonNode document, Map<String, String> pathNames) {
    /** The value at an address; nothing where it is absent or null. */
    Optional<JsonNode> value(Optional<Address> at) {
        return at.flatMap(address -> address.find(this));
    }

    /** The text at an address: a number or a flag counts as its text; a blank one is nothing. */
    Optional<String> text(Optional<Address> at) throws UnreadableRecord {
        Optional<JsonNode> value = value(at);
        if (value.isPresent() && value.get().isContainerNode()) {
            throw wrong(at, "a text", value.get());
        }
        return value.map(JsonNode::asText).filter(text -> !text.isBlank());
    }

    /** The number at an address, also where a text spells it; a blank text is nothing. */
    Optional<Double> number(Optional<Address> at) throws UnreadableRecord {
        Optional<JsonNode> value = value(at)
                .filter(found -> !found.isTextual() || !found.textValue().isBlank());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double number = number(value.get());
        if (!Double.isFinite(number)) {
            throw value.get().isNumber() ? outside(at, "what 64 bits hold") : wrong(at, "a number", value.get());
        }
        return Optional.of(number);
    }

    /** The count at an address, from 0 on; a fraction is rounded. */
    Optional<Long> count(Optional<Address> at) throws UnreadableRecord {
        Optional<Double> number = number(at);
        if (number.isPresent() && (number.get() < 0 || number.get() > 0x1.0p53)) {
            throw outside(at, "0 to 2^53");
        }
        return number.map(Math::round);
    }

    /** The share at an address, from 0 to 1; true is 1 and false is 0. */
    Optional<Double> share(Optional<Address> at) throws UnreadableRecord {
        Optional<JsonNode> flag = value(at).filter(JsonNode::isBoolean);
        if (flag.isPresent()) {
            return Optional.of(flag.get().booleanValue() ? 1.0 : 0.0);
        }
        Optional<Double> number = number(at);
        if (number.isPresent() && (number.get() < 0 || number.get() > 1)) {
            throw outside(at, "0 to 1");
        }
        return number;
    }

    /** The time at an address, in the unit that the mapping declares. */
    Optional<Instant> time(Optional<MappedTime> at) throws UnreadableRecord {
        return at.isEmpty() ? Optional.empty() : at.get().in(this);
    }

    /** What tells of an error: anything but false, 0, null, ok and the empty text; a database knows no false, a CSV only texts. */
    Optional<String> error(Optional<Address> at) {
        return value(at)
                .filter(value -> !Fields.isEmpty(value))
                .filter(value -> value.isContainerNode() || !isNo(value.asText()))
                .map(Fields::asText);
    }

    private static boolean isNo(String written) {
        String word = written.strip();
        return word.isEmpty()
                || word.equalsIgnoreCase("false")
                || word.equalsIgnoreCase("ok")
                || number(TextNode.valueOf(word)) == 0;
    }

    /** An id for a record that has none: the same content has the same id, wherever it lies. */
    String ownId() {
        return MadeId.of("record", body.equals(document) ? raw.digest() : Json.canonical(body));
    }

    /** Whether a value is a number, or a text that spells one. */
    static boolean spellsNumber(JsonNode value) {
        return Double.isFinite(number(value));
    }

    static UnreadableRecord wrong(Optional<Address> at, String wanted, JsonNode found) {
        return new UnreadableRecord(
                QuarantineReason.INVALID_FIELD,
                "%s: must be %s, was of type %s".formatted(written(at), wanted, found.getNodeType()));
    }

    static UnreadableRecord outside(Optional<Address> at, String range) {
        return new UnreadableRecord(QuarantineReason.INVALID_FIELD, "%s: outside %s".formatted(written(at), range));
    }

    private static String written(Optional<Address> at) {
        return at.map(Address::written).orElse("");
    }

    private static double number(JsonNode value) {
        try {
            return value.isNumber()
                    ? value.doubleValue()
                    : value.isTextual() ? Double.parseDouble(value.textValue().strip()) : Double.NaN;
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
