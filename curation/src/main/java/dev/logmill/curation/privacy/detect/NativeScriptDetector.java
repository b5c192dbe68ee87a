package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Names, births and addresses in scripts other than Latin, where words before call them so: no list has them; see
 * {@link NativeCues}. Texts without such a script are spared the search.
 */
public final class NativeScriptDetector implements Detector {
    private static final int LONGEST_ADDRESS = 120;
    private static final int LEAST_ADDRESS = 4;
    private static final int WIDEST = 4;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.foreign();
    }

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        int i = label.isEmpty() ? 0 : under(text, label.toLowerCase(Locale.ROOT).replace('_', ' '), sink);
        while (i < text.length()) {
            char c = text.charAt(i);
            int named = c < '\u4e00' ? i : LatinLabel.end(text, i);
            if (named > i) {
                accept("PERSON", text, i, named, sink);
                i = named;
                continue;
            }
            i = c < 0x80 ? i + 1 : Math.max(i + 1, find(text, i, Character.toLowerCase(c), sink));
        }
        NativeHonour.find(text, (start, end) -> accept("PERSON", text, start, end, sink));
        NativeDate.before(text, sink);
        NativeAddress.eastern(scan, sink);
    }

    /** What stands under a JSON key that calls it so; index behind it. */
    private static int under(String text, String label, Consumer<Finding> sink) {
        for (NativeCues.Cue cue : NativeCues.beginning(label.charAt(0))) {
            if (cue.words().equals(label)) {
                return accept(text, 0, cue.kind(), true, sink);
            }
        }
        return 0;
    }

    /** Index behind what was found or called at an index. */
    private static int find(String text, int at, char first, Consumer<Finding> sink) {
        for (NativeCues.Cue cue : NativeCues.beginning(first)) {
            int end = at + cue.words().length();
            if (text.regionMatches(true, at, cue.words(), 0, cue.words().length()) && isWhole(text, at, end)) {
                return switch (cue.kind()) {
                    case STREET -> street(text, at, end, sink);
                    case SECRET -> accept("SECRET", text, NativeSecret.behind(text, end), sink);
                    case NAME_LABEL, NAME, JAPANESE_NAME, FULL_NAME, BIRTH, ADDRESS, DOCUMENT ->
                        called(text, end, cue.kind(), sink);
                };
            }
        }
        return at;
    }

    private static int street(String text, int start, int kindEnd, Consumer<Finding> sink) {
        int end = NativeAddress.streetEnd(text, kindEnd);
        if (end > kindEnd) {
            accept(type(NativeCues.Kind.STREET), text, start, end, sink);
        }
        return end;
    }

    /** Index behind what was found, if anything was. */
    private static int accept(String type, String text, SecretSetting set, Consumer<Finding> sink) {
        if (set.end() > set.start()) {
            sink.accept(new Finding(type, set.start(), set.end(), set.of(text)));
        }
        return set.end();
    }

    /** Scripts that part their words have a cue as words of its own. */
    private static boolean isWhole(String text, int start, int end) {
        char first = text.charAt(start);
        boolean parts = first < '\u0e00' && Character.isLetter(first);
        return !parts
                || ((start == 0 || !Character.isLetter(text.charAt(start - 1)))
                        && (end == text.length() || !Character.isLetter(text.charAt(end))));
    }

    private static int called(String text, int cueEnd, NativeCues.Kind kind, Consumer<Finding> sink) {
        int first = kind == NativeCues.Kind.BIRTH ? NativeDate.start(text, cueEnd) : cueEnd;
        int start = first;
        boolean set = false;
        while (start < text.length()
                && start - first < WIDEST
                && " :\uff1a,\uff0c=\n\t\u201c\"\u300c-".indexOf(text.charAt(start)) >= 0) {
            set |= ":\uff1a=".indexOf(text.charAt(start)) >= 0;
            start++;
        }
        return Math.max(cueEnd, accept(text, start, kind, set, sink));
    }

    /** Tells what begins here, if it is what a cue calls; index behind it. */
    private static int accept(String text, int start, NativeCues.Kind kind, boolean set, Consumer<Finding> sink) {
        int end =
                switch (kind) {
                    case NAME_LABEL -> set ? NativeName.end(text, start, kind) : spacedEnd(text, start);
                    case NAME, FULL_NAME -> NativeName.end(text, start, kind);
                    case JAPANESE_NAME -> JapaneseName.end(text, start);
                    case BIRTH -> NativeDate.end(text, start);
                    case ADDRESS -> set ? lineEnd(text, start) : start;
                    case STREET -> NativeAddress.streetEnd(text, start);
                    case DOCUMENT -> NativeDocument.end(text, start);
                    case SECRET -> NativeSecret.end(text, start);
                };
        if (end > start) {
            accept(type(kind), text, start, end, sink);
        }
        return end;
    }

    /** Behind a space, since a label may also be said of something: one that begins with a known surname. */
    private static int spacedEnd(String text, int start) {
        boolean spaced = start > 0 && text.charAt(start - 1) == ' ';
        return spaced ? NativeName.end(text, start, NativeCues.Kind.FULL_NAME) : start;
    }

    private static String type(NativeCues.Kind kind) {
        return switch (kind) {
            case NAME_LABEL, NAME, FULL_NAME, JAPANESE_NAME -> "PERSON";
            case BIRTH -> "BIRTHDATE";
            case ADDRESS, STREET -> "ADDRESS";
            case DOCUMENT -> "NATIONALID";
            case SECRET -> "SECRET";
        };
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        boolean letter = false;
        boolean digit = false;
        while (end < text.length()
                && end - start < LONGEST_ADDRESS
                && "\n;\u3002\u0964\"|".indexOf(text.charAt(end)) < 0) {
            letter |= text.charAt(end) > 0x2ff && Character.isLetter(text.charAt(end));
            digit |= Character.isDigit(text.charAt(end));
            end++;
        }
        return letter
                        && digit
                        && end - start >= LEAST_ADDRESS
                        && !text.substring(start, end).contains("://")
                ? end
                : start;
    }

    private static void accept(String type, String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding(type, start, end, text.substring(start, end).toLowerCase(Locale.ROOT)));
    }
}
