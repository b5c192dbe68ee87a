package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text, and what one pass over it tells: its signs, and where digits stand in a row. Detectors of numbers look there and
 * nowhere else, since most of a text is letters.
 */
public final class Scan {
    private static final int[] NONE = new int[0];
    private static final int FIRST_RUNS = 8;

    private final String text;
    private final Signs signs;
    private final int[] bounds;
    private final int runs;
    private @Nullable Set<Topic> topics;
    private @Nullable Words words;

    private Scan(String text, Signs signs, int[] bounds, int runs) {
        this.text = text;
        this.signs = signs;
        this.bounds = bounds;
        this.runs = runs;
    }

    /** What a text holds. */
    public static Scan of(String text) {
        Pass pass = new Pass();
        pass.over(text);
        Signs signs = new Signs(pass.digits, pass.ats, pass.dots, pass.colons, pass.escaped);
        return new Scan(text, signs, pass.bounds, pass.runs);
    }

    public String text() {
        return text;
    }

    public Signs signs() {
        return signs;
    }

    /** The words of the text; told apart once they are asked for. */
    Words words() {
        Words known = words;
        if (known == null) {
            known = Words.of(text);
            words = known;
        }
        return known;
    }

    /** Whether words of a topic are in the text; looked for once it is asked. */
    boolean isAbout(Topic topic) {
        Set<Topic> known = topics;
        if (known == null) {
            known = Topic.of(text);
            topics = known;
        }
        return known.contains(topic);
    }

    /** The same of the text or of the JSON key that it stands under. */
    boolean isAbout(Topic topic, String label) {
        return !label.isEmpty() || isAbout(topic);
    }

    /** How often digits stand in a row. */
    int runs() {
        return runs;
    }

    /** Index of the first digit of a run. */
    int start(int run) {
        return bounds[2 * run];
    }

    /** Index after the last digit of a run. */
    int end(int run) {
        return bounds[2 * run + 1];
    }

    /** Digits of a run. */
    int length(int run) {
        return end(run) - start(run);
    }

    private static final class Pass {
        private int digits;
        private int ats;
        private int dots;
        private int colons;
        private boolean escaped;
        private int[] bounds = NONE;
        private int runs;

        void over(String text) {
            int length = text.length();
            int i = 0;
            while (i < length) {
                char c = text.charAt(i);
                // Nearly every char of a text is a letter or a space, which one comparison or two tell.
                if (c > '@' ? c == '\\' : c >= '.') {
                    i = Letters.isDigit(c) ? digits(text, i) : mark(c, i);
                } else {
                    i++;
                }
            }
        }

        private int digits(String text, int start) {
            int end = start + 1;
            while (Letters.digitAt(text, end)) {
                end++;
            }
            if (2 * runs == bounds.length) {
                bounds = Arrays.copyOf(bounds, Math.max(2 * FIRST_RUNS, 2 * bounds.length));
            }
            bounds[2 * runs] = start;
            bounds[2 * runs + 1] = end;
            runs++;
            digits += end - start;
            return end;
        }

        private int mark(char c, int i) {
            switch (c) {
                case '@' -> ats++;
                case '.' -> dots++;
                case ':' -> colons++;
                case '\\' -> escaped = true;
                default -> {}
            }
            return i + 1;
        }
    }
}
