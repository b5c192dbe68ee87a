package dev.logmill.curation.privacy.detect;

import org.jspecify.annotations.Nullable;

/**
 * A text, and what one pass over it tells: its signs, where digits stand in a row, and what it mentions. Detectors of numbers
 * look there and nowhere else, since most of a text is letters. What only some detectors need, its words, is told once the first
 * of them asks.
 */
public final class Scan {
    private final String text;
    private final Signs signs;
    private final int[] bounds;
    private final int runs;
    private final int[] wordBounds;
    private final int longWords;
    private final Mentions mentions;
    private @Nullable Words words;
    private @Nullable GoodsTable goods;
    private @Nullable Cues cues;
    private int cuesIndex;

    private Scan(String text, SignPass pass) {
        this.text = text;
        this.signs = pass.signs();
        this.bounds = pass.bounds();
        this.runs = pass.runs();
        this.wordBounds = pass.wordBounds();
        this.longWords = pass.words();
        this.mentions = pass.mentions();
    }

    /** What a text holds. */
    public static Scan of(String text) {
        SignPass pass = new SignPass();
        pass.over(text);
        return new Scan(text, pass);
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

    /** Whether what begins at an index is the name of a product, or of what a program did, as the keys or columns beside tell. */
    boolean isOfGoods(int index) {
        GoodsTable known = goods;
        if (known == null) {
            known = GoodsTable.in(text);
            goods = known;
        }
        return known.has(index) || GoodsObject.isNamed(text, index);
    }

    /** The words before an index; who asks twice in a row for the same ones has them at once. */
    Cues cuesBefore(int index) {
        Cues known = cues;
        if (known == null || cuesIndex != index) {
            known = Cues.before(text, index, "");
            cues = known;
            cuesIndex = index;
        }
        return known;
    }

    /** The words in the text that are anybody's topic. */
    Mentions mentions() {
        return mentions;
    }

    /** Whether words of a topic are in the text, or in the JSON key that it stands under. */
    boolean isAbout(Topic topic, String label) {
        return mentions.of(topic).count() > 0 || Label.of(label).isAbout(topic);
    }

    /** How often digits stand in a row. */
    public int runs() {
        return runs;
    }

    /** Index of the first digit of a run. */
    public int start(int run) {
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

    /**
     * How many words there are of at least eight chars and a capital, where what parts words is all that is no digit of base64
     * or base64url.
     */
    public int longWords() {
        return longWords;
    }

    /** Index of the first char of such a word. */
    public int wordStart(int word) {
        return wordBounds[2 * word];
    }

    /** Index after the last char of such a word. */
    public int wordEnd(int word) {
        return wordBounds[2 * word + 1];
    }
}
