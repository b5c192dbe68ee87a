package dev.logmill.jobs.simulate;

import java.util.List;
import java.util.Optional;

/** The dictionaries, and how to find planted words again. */
final class Words {
    static final List<String> PRODUCTS = List.of(
            "Alder tent",
            "Birch stove",
            "Cedar backpack",
            "Dune sandals",
            "Elm jacket",
            "Fjord kayak",
            "Grove hammock",
            "Heath lantern",
            "Isle raincoat",
            "Juniper mug",
            "Kestrel compass",
            "Larch sleeping bag",
            "Moor boots",
            "Needle rope",
            "Oak axe",
            "Pine cooler",
            "Quarry helmet",
            "Ridge poles",
            "Summit goggles",
            "Tarn filter");
    static final List<String> CITIES = List.of(
            "Springfield",
            "Riverton",
            "Lakewood",
            "Fairview",
            "Greenfield",
            "Ashland",
            "Milford",
            "Clayton",
            "Dayton",
            "Oakdale",
            "Winchester",
            "Bristol");
    static final List<String> STREETS = List.of("Elm Street", "Mill Lane", "Station Road", "Harbour Way", "Oak Avenue");

    private Words() {}

    static String order(Dice dice) {
        return "ORD" + dice.between(10_000, 99_999);
    }

    /** The order number in a text. */
    static Optional<String> order(String text) {
        int at = text.indexOf("ORD");
        while (at >= 0) {
            int end = at + 3;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end == at + 8) {
                return Optional.of(text.substring(at, end));
            }
            at = text.indexOf("ORD", at + 1);
        }
        return Optional.empty();
    }

    /** What stands between two marks. */
    static Optional<String> between(String text, String before, String after) {
        int start = text.indexOf(before);
        int from = start + before.length();
        int end = start < 0 ? -1 : text.indexOf(after, from);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(from, end));
    }
}
