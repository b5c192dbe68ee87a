package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as it reads once what hides its chars is undone, and where each of them is written: percent encoding (RFC 3986,
 * section 2.1), HTML character references, quoted-printable (RFC 2045, section 6.7), escapes as of JSON (RFC 8259, section
 * 7), marks of no width, and letters that only look like those of ASCII.
 *
 * <p>What is written twice over, as {@code %2540}, reads so after two rounds, each of which is a view of its own: what is
 * found in any of them is found.
 */
public final class DecodedText {
    private static final int ROUNDS = 3;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private DecodedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** The readings of a text that differ from it, the nearest first; none for nearly every text. */
    public static List<DecodedText> views(String written) {
        if (!HiddenChars.mayBeIn(written)) {
            return List.of();
        }
        List<DecodedText> views = new ArrayList<>(ROUNDS);
        String last = written;
        while (views.size() < ROUNDS && HiddenChars.mayBeIn(last)) {
            DecodedText round = round(last);
            if (round.text.equals(last)) {
                break;
            }
            last = round.text;
            views.add(views.isEmpty() ? round : round.within(views.get(views.size() - 1)));
        }
        return views;
    }

    private static DecodedText round(String written) {
        Builder builder = new Builder(written.length());
        HiddenChars hidden = new HiddenChars(written);
        int i = 0;
        while (i < written.length()) {
            int end = hidden.read(i);
            builder.add(hidden.shown(), i, end);
            i = end;
        }
        return builder.build();
    }

    /** The same, of what stands in yet another text. */
    private DecodedText within(DecodedText outer) {
        int[] from = new int[starts.length];
        int[] to = new int[ends.length];
        for (int i = 0; i < starts.length; i++) {
            from[i] = outer.starts[starts[i]];
            to[i] = outer.ends[ends[i] - 1];
        }
        return new DecodedText(text, from, to);
    }

    public String text() {
        return text;
    }

    /** Where what was found here is written. */
    public Finding written(Finding finding) {
        return new Finding(finding.type(), starts[finding.start()], ends[finding.end() - 1], finding.value());
    }

    private static final class Builder {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int length) {
            text = new StringBuilder(length);
            starts = new int[length];
            ends = new int[length];
        }

        void add(String shown, int start, int end) {
            for (int i = 0; i < shown.length(); i++) {
                if (text.length() == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * starts.length + 2);
                    ends = Arrays.copyOf(ends, starts.length);
                }
                starts[text.length()] = start;
                ends[text.length()] = end;
                text.append(shown.charAt(i));
            }
        }

        DecodedText build() {
            return new DecodedText(
                    text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
        }
    }
}
