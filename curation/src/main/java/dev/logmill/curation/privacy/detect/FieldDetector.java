package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Names and streets in the fields of markup, of tables with a label and a value a row, and of commands, whose labels say of a value
 * what a JSON key does: {@code <LastName>Khumalo</LastName>}, {@code | First name | Naledi |}, {@code --first-name Naledi}. See
 * {@link MarkupField} and {@link LineField}.
 */
public final class FieldDetector implements Detector {
    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        Mentions.Places mentions = scan.mentions().of(Topic.FIELD);
        for (int i = 0; i < mentions.count(); i++) {
            int end = mentions.end(i);
            Optional<TableCell> field = MarkupField.at(text, end).or(() -> LineField.at(text, end));
            field.ifPresent(cell -> accept(text, cell, sink));
        }
    }

    private static void accept(String text, TableCell field, Consumer<Finding> sink) {
        String value = text.substring(field.start(), field.end());
        if (FieldValue.isName(text, field, value)) {
            sink.accept(new Finding("PERSON", field.start(), field.end(), value.toLowerCase(Locale.ROOT)));
        } else if (FieldValue.isStreet(field.column(), value)) {
            sink.accept(new Finding("ADDRESS", field.start(), field.end(), value.toLowerCase(Locale.ROOT)));
        }
    }
}
