package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What SQL puts into tables, by the names of its columns, which say of a value what a JSON key does: INSERT INTO users (last_name,
 * dob) VALUES ('Doe', '1980-05-03'). Where no columns are named, a given name and a surname one after the other are somebody's in
 * a table of people.
 */
public final class SqlRowDetector implements Detector {
    private static final Set<String> PEOPLE = Phrases.of(
            "user|users|customer|customers|client|clients|patient|patients|employee|employees|person|persons|people"
                    + "|member|members|contact|contacts|student|students|staff|guest|guests|passenger|passengers|subscriber|subscribers"
                    + "|lead|leads|profile|profiles|applicant|applicants|tenant|tenants|attendee|attendees");
    private static final String NAME = "name";
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    /** Digits of a number without quotes that may be somebody's. */
    private static final int LEAST_DIGITS = 6;

    private final ColumnValues values = new ColumnValues();

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        Mentions.Places inserts = scan.mentions().of(Topic.INSERT);
        int from = 0;
        for (int i = 0; i < inserts.count(); i++) {
            int end = inserts.end(i);
            if (end >= from) {
                Consumer<SqlRows.Row> rows = row -> find(scan.text(), row, sink);
                from = scan.text().charAt(end - 1) == '('
                        ? SqlKey.read(scan.text(), end, rows)
                        : SqlRows.read(scan.text(), end, rows);
            }
        }
    }

    private void find(String text, SqlRows.Row row, Consumer<Finding> sink) {
        if (row.columns().isEmpty()) {
            if (isOfPeople(row.table()) && fullNames(text, row.values(), sink)) {
                UnnamedColumns.find(text, row.values(), values, sink);
            }
            return;
        }
        int count = Math.min(row.columns().size(), row.values().size());
        for (int i = 0; i < count; i++) {
            SqlRows.Value value = row.values().get(i);
            if (row.columns().get(i).equalsIgnoreCase(NAME) && GoodsFrame.isTable(row.table())) {
                continue;
            }
            if (value.quoted() || isNumber(text, value)) {
                values.under(row.columns().get(i), text.substring(value.start(), value.end()), value.start(), sink);
            }
            if (row.columns().get(i).equalsIgnoreCase(NAME) && isOfPeople(row.table()) && isWordedName(text, value)) {
                accept(text, value, sink);
            }
        }
    }

    /** Two words that are names too, or that nobody knows: whoever is a customer is called so. */
    private static boolean isWordedName(String text, SqlRows.Value value) {
        Words words = Words.of(text.substring(value.start(), value.end()));
        return value.quoted()
                && words.count() == 2
                && (WordedName.isPossible(words, 0) || NameParts.areUnknown(words, 0, 2));
    }

    /** Long enough, and no parameter of a prepared statement. */
    private static boolean isNumber(String text, SqlRows.Value value) {
        return value.end() - value.start() >= LEAST_DIGITS && Letters.digitAt(text, value.start());
    }

    private static boolean isOfPeople(String table) {
        String small = table.toLowerCase(Locale.ROOT);
        return PEOPLE.contains(small) || PEOPLE.contains(small.substring(small.lastIndexOf('_') + 1));
    }

    /** Tells given names with surnames behind; whether there are any. */
    private static boolean fullNames(String text, List<SqlRows.Value> values, Consumer<Finding> sink) {
        boolean any = false;
        boolean mail = values.stream()
                .anyMatch(value -> text.substring(value.start(), value.end()).indexOf('@') > 0);
        for (int i = 0; i + 1 < values.size(); i++) {
            SqlRows.Value given = values.get(i);
            SqlRows.Value surname = values.get(i + 1);
            boolean quoted = given.quoted() && surname.quoted();
            if (quoted
                    && ((isName(text, given, GIVENS) && isName(text, surname, SURNAMES))
                            || (mail && isUnknown(text, given) && isUnknown(text, surname)))) {
                accept(text, given, sink);
                accept(text, surname, sink);
                any = true;
            }
        }
        return any;
    }

    /** Whether a value is one word with a capital that is among the names. */
    private static boolean isName(String text, SqlRows.Value value, int names) {
        Words words = Words.of(text.substring(value.start(), value.end()));
        return words.count() == 1
                && words.end(0) == value.end() - value.start()
                && words.isCapital(0)
                && words.is(0, names)
                && !words.is(0, Lexicon.NO_NAME);
    }

    /** One word that nobody knows, or a name: of two such beside a mail address both are somebody's. */
    private static boolean isUnknown(String text, SqlRows.Value value) {
        Words words = Words.of(text.substring(value.start(), value.end()));
        return words.count() == 1 && (NameParts.isUnknown(words, 0) || isName(text, value, GIVENS | SURNAMES));
    }

    private static void accept(String text, SqlRows.Value value, Consumer<Finding> sink) {
        String name = text.substring(value.start(), value.end()).toLowerCase(Locale.ROOT);
        sink.accept(new Finding("PERSON", value.start(), value.end(), name));
    }
}
