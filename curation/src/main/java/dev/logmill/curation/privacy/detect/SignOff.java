package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A given name alone in the line below what ends a letter, whatever else the word is: "Thanks,\nTom", "Viele Grüße\nBen". */
final class SignOff {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;

    /** More words in the line are a sentence. */
    private static final int MOST_WORDS = 4;

    private static final Set<String> CLOSED = Phrases.of(
            "thanks|regards|best|cheers|sincerely|love|yours|truly|faithfully|wishes|respectfully|thx|xoxo|grusse|grussen|gruss|lg|vg|mfg"
                    + "|saludos|cordialement|saluti|groeten|groetjes|halsningar|pozdrawiam|hilsen|atentamente|abrazo|bises");

    private SignOff() {}

    /** Index behind the name, where a word is one; the word's own where not. */
    static int end(Words words, int word) {
        boolean possible = word > 0
                && words.is(word, GIVENS)
                && !words.is(word, Lexicon.NO_NAME)
                && (!words.is(word, Lexicon.MADE | Lexicon.ORGANISATION) || PlainName.isUsual(words.folded(word)));
        return possible && isAloneInLine(words, word) && isClosed(words, word - 1) ? word + 1 : word;
    }

    private static boolean isAloneInLine(Words words, int word) {
        String before = words.behind(word - 1);
        String behind = words.behind(word);
        int line = before.indexOf('\n');
        boolean below = line >= 0
                && before.length() < MOST_WORDS + 2
                && before.substring(line).isBlank();
        return below && (word + 1 == words.count() ? behind.isBlank() : behind.startsWith("\n"));
    }

    /** Whether what ends a letter is the last word of a short line. */
    private static boolean isClosed(Words words, int last) {
        String closing = words.folded(last);
        boolean thankYou =
                closing.equals("you") && last > 0 && words.folded(last - 1).equals("thank");
        if (!thankYou && !CLOSED.contains(closing)) {
            return false;
        }
        int first = last;
        while (first > 0 && last - first < MOST_WORDS && words.behind(first - 1).indexOf('\n') < 0) {
            first--;
        }
        return last - first < MOST_WORDS;
    }
}
