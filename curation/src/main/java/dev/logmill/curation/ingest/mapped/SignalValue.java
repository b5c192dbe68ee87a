package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.ingest.object.QuarantineReason;
import java.util.Optional;

/** How good a signal says that something was, from 0 to 1. */
final class SignalValue {
    private SignalValue() {}

    /**
     * What a declared word stands for; or a number on the declared scale, as a share of it; or a flag, a word or a sign
     * for good or bad.
     */
    static Optional<Double> of(Mapping.SignalFields fields, MappedRecord record) throws UnreadableRecord {
        Optional<JsonNode> mark = record.value(fields.value()).filter(value -> !Fields.isEmpty(value));
        Optional<Double> declared =
                mark.map(value -> fields.values().get(value.asText().strip()));
        if (declared.isPresent()) {
            return declared;
        }
        Optional<Double> word = mark.filter(value -> !value.isNumber() && !MappedRecord.spellsNumber(value))
                .flatMap(Mark::sided);
        if (mark.isEmpty() || word.isPresent()) {
            return word;
        }
        if (mark.get().isTextual() && !MappedRecord.spellsNumber(mark.get())) {
            throw unknownWord(fields);
        }
        Optional<Double> number = record.number(fields.value());
        boolean onScale = number.filter(value -> value >= fields.least() && value <= fields.greatest())
                .isPresent();
        if (number.isPresent() && !onScale) {
            throw MappedRecord.outside(
                    fields.value(),
                    "the scale, min %s and max %s; the signal's min and max tell another"
                            .formatted(fields.least(), fields.greatest()));
        }
        return number.map(value -> (value - fields.least()) / (fields.greatest() - fields.least()));
    }

    private static UnreadableRecord unknownWord(Mapping.SignalFields fields) {
        String declared = fields.values().isEmpty()
                ? ""
                : "one of %s, nor ".formatted(String.join(", ", fields.values().keySet()));
        return new UnreadableRecord(
                QuarantineReason.INVALID_FIELD,
                "%s: neither a number nor %s%s; the signal's values tell what other words mean, as in values: {superb: 1, so-so: 0.5}"
                        .formatted(
                                fields.value().map(Address::written).orElse(""),
                                declared,
                                "a word that is known for good or bad, such as good, bad, thumbs_up, pass, fail, yes, no"));
    }
}
