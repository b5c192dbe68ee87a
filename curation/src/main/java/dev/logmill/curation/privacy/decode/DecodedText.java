package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text as it reads once what hides its chars is undone, and where each of them is written: percent encoding (RFC 3986,
 * section 2.1), HTML character references, quoted-printable (RFC 2045, section 6.7), words of
 * headers of mail (RFC 2047), escapes as of JSON (RFC 8259, section 7), marks of no width, and letters that only look like those of ASCII.
 *
 * <p>What is written twice over, as {@code %2540}, reads so after two rounds, each of which is a view of its own: what is
 * found in any of them is found.
 */
public final class DecodedText {
    private static final int ROUNDS = 3;

    /** Ints that tell of a place that reads otherwise: where it begins and ends here, and where it is written. */
    private static final int STRIDE = 4;

    private final String text;
    private final int[] places;
    private final int count;
    private final Optional<DecodedText> outer;

    private DecodedText(String text, int[] places, int count, Optional<DecodedText> outer) {
        this.text = text;
        this.places = places;
        this.count = count;
        this.outer = outer;
    }

    /** The readings of a text that differ from it, the nearest first; none for nearly every text. */
    public static List<DecodedText> views(String written) {
        if (!HiddenChars.mayBeIn(written)) {
            return List.of();
        }
        List<DecodedText> views = new ArrayList<>(ROUNDS);
        Optional<DecodedText> last = new Builder(written).read(Optional.empty());
        while (last.isPresent()) {
            views.add(last.get());
            String text = last.get().text;
            last = views.size() < ROUNDS && HiddenChars.mayBeIn(text) ? new Builder(text).read(last) : Optional.empty();
        }
        return views;
    }

    public String text() {
        return text;
    }

    /** Where what was found here is written. */
    public Finding written(Finding finding) {
        return new Finding(finding.type(), start(finding.start()), end(finding.end() - 1), finding.value());
    }

    /**
     * What stands here encoded and does not stand so in what is written.
     *
     * @param original the text that this is a view of
     */
    public List<EncodedText> encoded(Scan scan, String original) {
        return EncodedText.in(scan).stream()
                .flatMap(each -> written(each, original).stream())
                .toList();
    }

    private Optional<EncodedText> written(EncodedText encoded, String original) {
        Map<Character, String> signs = new HashMap<>();
        boolean plain = true;
        for (int i = encoded.start(); i < encoded.end(); i++) {
            String way = original.substring(start(i), end(i));
            signs.putIfAbsent(text.charAt(i), way);
            plain &= way.length() == 1 && way.charAt(0) == text.charAt(i);
        }
        int start = start(encoded.start());
        int end = end(encoded.end() - 1);
        return plain && end - start == encoded.end() - encoded.start()
                ? Optional.empty()
                : Optional.of(new HiddenEncoding(start, end, encoded, signs));
    }

    /** Where the char at an index begins. */
    private int start(int index) {
        int place = before(index);
        int start = place < 0 ? index : isWithin(place, index) ? places[place + 2] : behind(place, index);
        return outer.isPresent() ? outer.get().start(start) : start;
    }

    /** Where the char at an index ends. */
    private int end(int index) {
        int place = before(index);
        int end = place < 0 ? index + 1 : isWithin(place, index) ? places[place + 3] : behind(place, index) + 1;
        return outer.isPresent() ? outer.get().end(end - 1) : end;
    }

    private boolean isWithin(int place, int index) {
        return index < places[place + 1];
    }

    private int behind(int place, int index) {
        return places[place + 3] + index - places[place + 1];
    }

    /** The last place that begins at an index or before it; -1 where none does. */
    private int before(int index) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[STRIDE * middle] <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return STRIDE * (low - 1) < 0 ? -1 : STRIDE * (low - 1);
    }

    private static final class Builder {
        private final String written;
        private final StringBuilder text = new StringBuilder();
        private int[] places = new int[8 * STRIDE];
        private int count;

        Builder(String written) {
            this.written = written;
        }

        /** What is written, read once; nothing where it reads as it stands. */
        Optional<DecodedText> read(Optional<DecodedText> outer) {
            HiddenChars hidden = new HiddenChars(written);
            int from = 0;
            int i = 0;
            while (i < written.length()) {
                int end = HiddenChars.mayHide(written.charAt(i)) ? hidden.read(i) : i;
                if (end > i) {
                    text.append(written, from, i);
                    add(hidden.shown(), i, end);
                    from = end;
                }
                i = Math.max(i + 1, end);
            }
            if (count == 0) {
                return Optional.empty();
            }
            text.append(written, from, written.length());
            return Optional.of(new DecodedText(text.toString(), places, count, outer));
        }

        private void add(String shown, int start, int end) {
            int at = STRIDE * count++;
            if (at == places.length) {
                places = Arrays.copyOf(places, 2 * at);
            }
            places[at] = text.length();
            places[at + 1] = text.length() + shown.length();
            places[at + 2] = start;
            places[at + 3] = end;
            text.append(shown);
        }
    }
}
