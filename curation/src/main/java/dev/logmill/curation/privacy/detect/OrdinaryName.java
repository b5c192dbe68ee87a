package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Words that are names too, in small letters: "call me back" is said of nobody, "call me mike" is. */
final class OrdinaryName {
    /** Words that behind what introduces a name are rather somebody's. */
    private static final Set<String> RATHER_NAMES = Phrases.of(
            "mark|frank|dean|rose|grace|sue|pat|drew|amber|dawn|ruby|lily|daisy|jimmy|jenny|josh|rob|tim|don|ken"
                    + "|hank|gene|jean|penny|heather|holly|ivy|jasmine|jay|kitty|pearl|randy|rich|rod|sandy|ted|vic|wade|lee");

    /** Behind these stands a thing: la sala grande. */
    private static final Set<String> ARTICLES =
            Phrases.of("the|a|an|la|el|los|las|una|un|il|lo|le|les|die|das|der|het|den|det");

    /** Behind these and a colon a block of Python begins; elsewhere names stand there. */
    private static final Set<String> OPENING = Set.of("with", "in", "as");

    private OrdinaryName() {}

    /** Whether a word of English is rather that word, wherever it is introduced. */
    static boolean isWord(Words words, int word) {
        return words.isEnglish(word) && !isRatherName(words, word);
    }

    /** Whether a dictionary may have it, and who is so called is meant. */
    static boolean isRatherName(Words words, int word) {
        return NamedLogin.isGiven(words.folded(word)) || RATHER_NAMES.contains(words.folded(word));
    }

    /** "This is mike from accounting": a name that a dictionary has too, with where somebody is from behind it. */
    static boolean isFrom(Words words, int word) {
        return word > 1
                && words.folded(word - 1).equals("is")
                && words.folded(word - 2).equals("this")
                && words.adjoins(word)
                && words.folded(word + 1).equals("from")
                && isRatherName(words, word);
    }

    /** Whether an article makes a word that may be a given name a thing. */
    static boolean isBehindArticle(Words words, int word) {
        return word > 0
                && words.adjoins(word - 1)
                && !words.is(word, Lexicon.GIVEN)
                && ARTICLES.contains(words.folded(word - 1));
    }

    /** "Change the name to Invoice": a word of English that is no given name, and nobody's own name before it. */
    static boolean isOfThing(Words words, int from, int end) {
        return end - from == 1
                && from > 1
                && words.folded(from - 1).equals("to")
                && words.folded(from - 2).equals("name")
                && words.isEnglish(from)
                && !words.is(from, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD)
                && !isOwn(words, from - 2);
    }

    /** Whether the "name" at an index is somebody's: my name. */
    static boolean isOwn(Words words, int name) {
        return name > 0 && words.folded(name).equals("name") && NameIntroduction.isOwn(words.folded(name - 1));
    }

    /** {@code with conn:}, {@code [name, meta]}, {@code $name (keys %h)}: where code has a variable. */
    static boolean isVariable(Words words, int word) {
        String before = words.behind(word - 1);
        String behind = words.behind(word);
        boolean block = before.equals(" ") && OPENING.contains(words.folded(word - 1)) && behind.startsWith(":\n");
        boolean listed = words.folded(word - 1).equals("name") && (before.equals(", ") || before.equals(" ("));
        return block || listed;
    }
}
