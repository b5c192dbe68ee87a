package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Places on the earth: latitude and longitude in degrees with four decimals or more (about ten metres) where they are called
 * so, by a word before or by the JSON key; or with the letters of the compass behind, then in minutes and seconds too.
 */
public final class CoordinatesDetector implements Detector {
    private static final String TYPE = "COORDINATES";
    private static final Set<String> WORDS =
            Phrases.of("coordinates|coordinate|coords|gps|position|geo|geolocation|geopoint|point|lat|latitude"
                    + "|lon|lng|long|longitude|ll|latlng|location|located|at");

    private static final Set<String> LABELS = Phrases.of(
            "coordinates|coordinate|coords|coord|gps|geo|geolocation|geopoint|lat|latitude|lon|lng|long|longitude|latlng|latlon|lnglat");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 2;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        Optional<CoordinateColumns> columns = Optional.empty();
        boolean looked = false;
        for (int run = 0; run < scan.runs(); run++) {
            Optional<Degrees> first = Degrees.at(scan, run);
            if (first.isPresent()) {
                if (!looked) {
                    columns = CoordinateColumns.in(scan.text());
                    looked = true;
                }
                if (isBelow(columns, scan.text(), first.get())) {
                    accept(scan.text(), first.get(), sink);
                    run = first.get().nextRun() - 1;
                    continue;
                }
                int next = first.get().nextRun();
                Optional<Degrees> second = next < scan.runs()
                        ? Degrees.at(scan, next).filter(other -> isPair(scan.text(), first.get(), other))
                        : Optional.empty();
                if (isPlace(scan.text(), first.get(), second, label)) {
                    accept(scan.text(), first.get(), sink);
                    second.ifPresent(other -> accept(scan.text(), other, sink));
                    run = second.map(Degrees::nextRun).orElse(next) - 1;
                }
            }
        }
    }

    private static void accept(String text, Degrees degrees, Consumer<Finding> sink) {
        sink.accept(new Finding(TYPE, degrees.start(), degrees.end(), text.substring(degrees.start(), degrees.end())));
    }

    private static boolean isBelow(Optional<CoordinateColumns> columns, String text, Degrees degrees) {
        return degrees.decimals() >= Degrees.LEAST_DECIMALS
                && degrees.value() <= 180
                && columns.isPresent()
                && columns.get().has(text, degrees.start());
    }

    private static boolean isPlace(String text, Degrees first, Optional<Degrees> second, String label) {
        if (first.compass()) {
            return second.isPresent() && second.get().compass();
        }
        return first.decimals() >= Degrees.LEAST_DECIMALS
                && first.value() <= 180
                && (isOfMap(text, first, second)
                        || Cues.before(text, first.start(), label).endWith(WORDS));
    }

    /** Two of them as the address of a map has them: {@code ?q=48.20849,16.37208}, {@code /@48.20849,16.37208}. */
    private static boolean isOfMap(String text, Degrees first, Optional<Degrees> second) {
        return second.isPresent()
                && first.start() > 0
                && "=@".indexOf(text.charAt(first.start() - 1)) >= 0
                && text.charAt(first.end()) == ',';
    }

    /** Whether a JSON key says that the numbers under it are a place. */
    public static boolean isCalledBy(String key) {
        return Label.of(key).isPlaceOnEarth();
    }

    /** The same; see {@link Label}, which asks once a key. */
    static boolean isLabel(String key) {
        return Cues.before("", 0, key).endWith(LABELS);
    }

    /** Whether nothing but marks and the name of the other one stands between. */
    private static boolean isPair(String text, Degrees first, Degrees second) {
        String gap = text.substring(first.end(), second.start()).strip();
        String word = gap.replaceAll("[^A-Za-z]", "");
        boolean linked = word.isEmpty() || WORDS.contains(word.toLowerCase(Locale.ROOT)) || word.equals("and");
        return gap.length() <= 16
                && gap.chars().noneMatch(c -> Letters.isDigit((char) c))
                && linked
                && (second.compass() || second.decimals() >= Degrees.LEAST_DECIMALS)
                && Math.min(first.value(), second.value()) <= 90
                && Math.max(first.value(), second.value()) <= 180;
    }
}
