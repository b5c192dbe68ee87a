package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * Where a word that is a legal form is a word of English or SQL instead: {@code FROM Owners AS T1}, MARK AS READ, NOT LIMITED TO.
 */
final class FormWord {
    private static final String AS = "AS";

    /** Words that in no firm's name stand before its legal form, and verbs that make it what it says. */
    private static final Set<String> BEFORE =
            Phrases.of("is|are|was|were|be|been|being|not|or|and|of|the|to|for|very|only|so|such"
                    + "|same|well|far|long|soon|just|much|known|read|mark|treat|use|used|valid|save|run|log|open");

    private static final Set<String> BEHIND_LIMITED = Set.of("to", "by", "warranty", "liability", "time", "edition");

    /** What makes a text a query, of which any table or column may be named anew. */
    private static final Set<String> OF_SQL = Set.of("select", "join", "insert", "create", "cast", "from");

    private static final int FURTHEST = 200;

    private FormWord() {}

    /** Whether the form at a word behind another one is none. */
    static boolean is(String text, Words words, int word) {
        String written = text.substring(words.start(word), words.end(word));
        boolean capitals = words.written(word) == Words.Case.CAPITALS;
        if (capitals && BEFORE.contains(words.folded(word - 1))) {
            return true;
        }
        if (written.equals(AS)) {
            return goesOn(text, words.end(word)) || isOfQuery(words, word);
        }
        return capitals
                && words.folded(word).equals("limited")
                && word + 1 < words.count()
                && BEHIND_LIMITED.contains(words.folded(word + 1));
    }

    /** A name, a number or a bracket right behind. */
    private static boolean goesOn(String text, int end) {
        int next = end + 1;
        if (next >= text.length() || text.charAt(end) != ' ') {
            return false;
        }
        char c = text.charAt(next);
        return Character.isUpperCase(c) || Letters.isDigit(c) || "(\"'`[".indexOf(c) >= 0;
    }

    /** Looks back no further than a long list of columns goes, so that a text of nothing but such words takes no longer. */
    private static boolean isOfQuery(Words words, int word) {
        for (int i = word - 1; i >= Math.max(0, word - FURTHEST); i--) {
            boolean keyword = words.written(i) == Words.Case.CAPITALS && OF_SQL.contains(words.folded(i));
            if (keyword || words.folded(i).equals("select")) {
                return true;
            }
        }
        return false;
    }
}
