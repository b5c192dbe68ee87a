package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which fields an object of JSON may have that counts or measures places and tells of nobody: {@code {"country": "Peru", "count": 3}}. */
public final class PlaceFields {
    /** What tells of somebody, or of where somebody is. */
    private static final List<String> OF_PEOPLE = List.of(
            "age",
            "id",
            "zip",
            "post",
            "phone",
            "mail",
            "name",
            "street",
            "customer",
            "user",
            "birth",
            "salary",
            "floor",
            "house",
            "number",
            "lat",
            "lon",
            "lng");

    private static final Set<String> PLACES = Set.of(
            "country",
            "city",
            "state",
            "town",
            "region",
            "place",
            "location",
            "name",
            "countryname",
            "cityname",
            "continent",
            "label",
            "key",
            "group",
            "territory",
            "market",
            "nation");

    /** Of these keys, which may be anything's, the text itself must be a place. */
    private static final Set<String> OF_ANYTHING = Set.of("name", "label", "key", "group", "location", "place");

    private static final List<String> COUNTS = List.of(
            "count",
            "total",
            "population",
            "area",
            "gdp",
            "gnp",
            "num_",
            "sum",
            "avg",
            "average",
            "mean",
            "sales",
            "revenue",
            "orders",
            "visits",
            "sessions",
            "share",
            "percent",
            "pct",
            "rate",
            "amount",
            "value",
            "score",
            "rank",
            "surface",
            "growth",
            "temp",
            "degrees",
            "hits",
            "requests",
            "stores");

    private static final Set<String> WHOLE_WORDS = Set.of("age", "id", "lat", "lon", "lng");

    private PlaceFields() {}

    /** Whether a field may stand in such a row: a place under a key of places, a code of one, or a number that is nobody's. */
    public static boolean mayHold(String key, String text) {
        String plain = Label.plain(key).toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            return (PLACES.contains(plain) && (!OF_ANYTHING.contains(plain) || isListed(text)))
                    || (text.length() <= 3 && text.equals(text.toUpperCase(Locale.ROOT)));
        }
        return OF_PEOPLE.stream()
                .noneMatch(part -> WHOLE_WORDS.contains(part) ? isWordOf(key, part) : plain.contains(part));
    }

    /** Whether the number under a key counts or measures places. */
    public static boolean isCount(String key) {
        String small = key.toLowerCase(Locale.ROOT);
        return COUNTS.stream().anyMatch(small::contains);
    }

    /** Whether all of a text is a place of the list. */
    static boolean isListed(String text) {
        Words words = Words.of(text);
        return words.count() > 0 && PlaceDetector.listed(words, 0) == words.count();
    }

    /** Whether a place may stand under a key. */
    public static boolean isPlace(String key) {
        return PLACES.contains(Label.plain(key).toLowerCase(Locale.ROOT));
    }

    private static boolean isWordOf(String key, String word) {
        String small = key.toLowerCase(Locale.ROOT);
        return small.equals(word) || small.endsWith("_" + word) || small.startsWith(word + "_") || key.endsWith("Id");
    }
}
