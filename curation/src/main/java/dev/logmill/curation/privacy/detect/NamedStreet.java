package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Streets without a kind in their name, by how they are written: Am Alten Markt 7a, Unter den Linden 77, Calle 72 # 10-34. */
final class NamedStreet {
    private static final int MOST_NAMES = 2;
    private static final int MOST_DIGITS = 3;
    private static final int LONGEST = 6;

    /** Prepositions with their article. */
    private static final Set<String> JOINED = Set.of("am", "im", "zum", "zur", "beim");

    /** Those that need an article behind. */
    private static final Set<String> APART = Set.of("an", "auf", "unter", "hinter", "in", "vor");

    private static final Set<String> ARTICLES = Set.of("der", "dem", "den");

    /** What a preposition and a number stand around, and is no street. */
    private static final Set<String> COUNTED = Phrases.of(
            "kapitel|schritt|abschnitt|fall|aufgabe|version|teil|band|seite|beispiel|punkt"
                    + "|artikel|absatz|tabelle|abbildung|zeile|level|block|raum|zimmer|gleis|quartal|monat|woche|spiel|test|stand|tag|ende|anfang"
                    + "|alter|zeitraum|bereich|format|modus|paragraph|paragraf|bild|thema|projekt|schnitt|wert|faktor|vergleich|preis|betrag");

    private static final Set<String> COUNTS =
            Set.of("uhr", "prozent", "euro", "minuten", "stunden", "tage", "jahre", "mal", "grad");

    private NamedStreet() {}

    /** Index after the number of the house in the one that begins here; the index itself, where none does. */
    static int end(Words words, int word) {
        if (words.written(word) != Words.Case.CAPITAL || words.end(word) - words.start(word) > LONGEST) {
            return word;
        }
        String first = words.folded(word);
        if (!JOINED.contains(first) && !APART.contains(first)) {
            return word;
        }
        int name = word + 1;
        if (name < words.count() && words.adjoins(word) && ARTICLES.contains(words.folded(name))) {
            name++;
        } else if (!JOINED.contains(first)) {
            return word;
        }
        return numberEnd(words, word, name);
    }

    private static int numberEnd(Words words, int word, int name) {
        int end = name;
        while (end < words.count() && end - name < MOST_NAMES && words.adjoins(end - 1) && isName(words, end)) {
            end++;
        }
        boolean number = end > name
                && end < words.count()
                && words.adjoins(end - 1)
                && words.end(end) - words.start(end) <= MOST_DIGITS + 1
                && AddressAnchor.isHouse(words, end)
                && !isCounted(words, end);
        return number ? end + 1 : word;
    }

    private static boolean isName(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && !words.is(word, Lexicon.NO_NAME)
                && !COUNTED.contains(words.folded(word));
    }

    private static boolean isCounted(Words words, int number) {
        boolean digits =
                words.written(number) == Words.Case.NUMBER && words.end(number) - words.start(number) > MOST_DIGITS;
        return digits || (words.adjoins(number) && COUNTS.contains(words.folded(number + 1)));
    }

    /** Calle 72 # 10-34, Carrera 7 No. 71-21: a street by its number, as in Colombia; the kind itself, where it is none. */
    static int numbered(Words words, int kind) {
        int crossing = kind + 2;
        if (crossing + 1 >= words.count() || words.written(kind + 1) != Words.Case.NUMBER || !words.adjoins(kind)) {
            return kind;
        }
        boolean hash = words.behind(kind + 1).strip().equals("#");
        boolean no = words.folded(crossing).equals("no") && crossing + 2 < words.count();
        int first = no ? crossing + 1 : crossing;
        boolean pair = words.written(first) == Words.Case.NUMBER
                && words.behind(first).equals("-")
                && words.written(first + 1) == Words.Case.NUMBER;
        return (hash || no) && pair ? first + 2 : kind;
    }
}
