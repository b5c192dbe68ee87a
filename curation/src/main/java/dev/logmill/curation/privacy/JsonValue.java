package dev.logmill.curation.privacy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.GivenAndFamily;
import dev.logmill.curation.privacy.detect.GoodsKeys;
import dev.logmill.curation.privacy.detect.PlaceFields;
import dev.logmill.curation.privacy.detect.PlaceRow;
import dev.logmill.curation.privacy.detect.SecretLabel;
import dev.logmill.curation.privacy.detect.TableHeader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a text or number stands in a text that is JSON.
 *
 * @param label the key it stands under; empty where there is none
 * @param start index of its first char, behind the quote of a text
 * @param end index after its last char, before the quote of a text
 * @param number it stands without quotes
 */
record JsonValue(String label, int start, int end, boolean number) {
    /** Those of a text, in order; none where it is no object or array of JSON. */
    static List<JsonValue> in(String text) {
        if (!Json.mayBeContainer(text)) {
            return List.of();
        }
        List<JsonValue> values = new ArrayList<>();
        Columns columns = new Columns();
        Deque<OpenObject> open = new ArrayDeque<>();
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new OpenObject());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop().close(values);
                } else if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                    JsonValue value = at(text, parser, token.isNumeric());
                    add(inTable(value, text, parser.getParsingContext(), columns), parser, open, values);
                }
            }
        } catch (IOException noJson) {
            return List.of();
        }
        return values;
    }

    /** Takes note of a value, and of what it is to the object that it stands in. */
    private static void add(JsonValue value, JsonParser parser, Deque<OpenObject> open, List<JsonValue> values)
            throws IOException {
        String key = name(outOfArrays(parser.getParsingContext()));
        if (PersonBeside.isName(value.label())) {
            open.element().plainNames.add(values.size());
        } else if (GivenAndFamily.isPart(value.label()) && !value.number()) {
            open.element().nameParts.add(values.size());
            open.element().parts.putIfAbsent(value.label().toLowerCase(Locale.ROOT), parser.getText());
        } else if (value.end() > value.start() && PersonBeside.tells(key)) {
            open.element().person = true;
        }
        if (parser.getParsingContext().inObject()) {
            open.element().noteRow(key, value.number() ? "" : parser.getText(), values.size());
            open.element().keys.add(GoodsKeys.told(key, value.number() ? "" : parser.getText()));
            if (GoodsKeys.mayName(key) && !value.number()) {
                open.element().names.put(values.size(), parser.getText());
            }
        }
        if (PairedKey.isOfValue(key)) {
            open.element().ofValue.add(values.size());
        } else if (PairedKey.isTyped(key)) {
            open.element().typed.add(values.size());
        } else if (PairedKey.calls(key)
                && !value.number()
                && parser.getParsingContext().inObject()) {
            open.element().called = PairedKey.better(open.element().called, key, parser.getText());
        }
        values.add(value);
    }

    /** What an object that is being read tells so far of what stands under its key for a value. */
    private static final class OpenObject {
        private final List<Integer> ofValue = new ArrayList<>(0);
        private final List<Integer> typed = new ArrayList<>(0);
        private final List<String> keys = new ArrayList<>(0);
        private final Map<Integer, String> names = new HashMap<>(0);
        private final List<Integer> plainNames = new ArrayList<>(0);
        private final List<Integer> nameParts = new ArrayList<>(0);
        private final Map<String, String> parts = new HashMap<>(0);
        private final List<Integer> places = new ArrayList<>(0);
        private boolean row = true;
        private boolean counted;
        private String called = "";
        private boolean person;

        /** Takes note of a field as one of a row that has places and numbers alone. */
        void noteRow(String key, String text, int at) {
            row &= PlaceFields.mayHold(key, text);
            counted |= text.isEmpty() && PlaceFields.isCount(key);
            if (row && !text.isEmpty() && PlaceFields.isPlace(key)) {
                places.add(at);
            }
        }

        void close(List<JsonValue> values) {
            if (row && counted) {
                places.forEach(at -> values.set(at, values.get(at).under(PlaceRow.LABEL)));
            }
            names.forEach((at, name) -> {
                JsonValue value = values.get(at);
                values.set(at, value.under(GoodsKeys.label(value.label(), name, keys)));
            });
            if (person) {
                plainNames.forEach(at -> relabel(values, at, PersonBeside::label));
            }
            if (parts.size() > 1 && GivenAndFamily.areIn(parts, person)) {
                nameParts.forEach(at -> relabel(values, at, GivenAndFamily::label));
            }
            if (!called.isEmpty()) {
                ofValue.forEach(at -> values.set(at, values.get(at).under(called)));
            }
            if (SecretLabel.isName(called)) {
                typed.forEach(at -> values.set(at, values.get(at).under(called)));
            }
        }
    }

    private static void relabel(List<JsonValue> values, int at, UnaryOperator<String> label) {
        JsonValue value = values.get(at);
        values.set(at, value.under(label.apply(value.label())));
    }

    private JsonValue under(String key) {
        return new JsonValue(key, start, end, number);
    }

    /** The columns that were named last, and what they make of the rows behind them. */
    private static final class Columns {
        private final List<String> names = new ArrayList<>();
        private Optional<JsonTable> table = Optional.empty();

        void add(String name, int index) {
            if (index == 0) {
                names.clear();
            }
            names.add(name);
            table = Optional.empty();
        }

        /** Made once, however many cells there are. */
        JsonTable table() {
            JsonTable made = table.orElseGet(() -> new JsonTable(TableHeader.of(names)));
            table = Optional.of(made);
            return made;
        }
    }

    /** The value under the name of its column, where columns were named before and it stands in a row; a name is kept. */
    private static JsonValue inTable(JsonValue value, String text, JsonStreamContext array, Columns columns) {
        String written = text.substring(value.start(), value.end());
        if (array.inArray() && JsonTable.isColumns(value.label())) {
            columns.add(written, array.getCurrentIndex());
        }
        boolean row = array.inArray() && array.getParent().inArray() && JsonTable.isRows(value.label());
        if (!row || columns.names.isEmpty()) {
            return value;
        }
        String label = columns.table().label(array.getCurrentIndex(), written, value.label());
        return new JsonValue(label, value.start(), value.end(), value.number());
    }

    private static JsonValue at(String text, JsonParser parser, boolean number) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        int start = number ? from : from + 1;
        int end = number ? from + parser.getTextLength() : closingQuote(text, start);
        return new JsonValue(label(parser), start, end, number);
    }

    private static String label(JsonParser parser) {
        JsonStreamContext named = outOfArrays(parser.getParsingContext());
        JsonStreamContext above = named.getParent() == null ? named : outOfArrays(named.getParent());
        return PairedKey.label(above.inObject() && named != above ? name(above) : "", name(named), "");
    }

    /** What is in an array stands under the key of the array. */
    private static JsonStreamContext outOfArrays(JsonStreamContext context) {
        JsonStreamContext out = context;
        while (out.inArray() && out.getParent() != null) {
            out = out.getParent();
        }
        return out;
    }

    private static String name(JsonStreamContext context) {
        String name = context.getCurrentName();
        return name == null ? "" : name;
    }

    /** Index of the quote that ends a text whose first char is at an index; that of the end where none does. */
    static int closingQuote(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    boolean holds(int from, int to) {
        return start <= from && to <= end;
    }
}
