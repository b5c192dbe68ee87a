package dev.logmill.eval.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a text says a phrase, word by word, and means it: not behind a negation, and not as one of several alternatives.
 * A hyphen or an underscore between letters parts words as a space does; brackets and quotes around a word do not count.
 *
 * <p>Negation is English, German, French and Spanish, and stands right before the phrase or one small word before it. What
 * speaks against a phrase from further off ({@code Paris is wrong}) may mean something else of it ({@code Paris is not only}),
 * and is left to a person. Where a
 * script has no spaces the phrase ends where the script does ({@code 東京都庁です}); within a run of one script nobody can say
 * whether it ends ({@code 京都} in {@code 東京都}), so that is left to a person.
 */
final class Phrases {
    /** What a text makes of a phrase. */
    enum Mention {
        /** It says it. */
        SAID,
        /** It does not say it. */
        ABSENT,
        /** It says that it is not so. */
        DENIED,
        /** It says it as one of several. */
        ALTERNATIVE,
        /** It names it and speaks against it: {@code Paris is wrong}, {@code anything but Paris}. Or of something else of it. */
        DISPUTED,
        /** It has the letters, and no spaces to tell whether it means the phrase. */
        UNCLEAR
    }

    private static final Set<String> NOT = Set.of(
            "not", "no", "never", "neither", "nor", "without", "non", "cannot", "nicht", "kein", "keine", "keinen",
            "keiner", "nie", "ohne", "pas", "jamais", "sans", "nunca", "sin", "ningún", "ninguna");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "in", "at", "on", "of", "to", "for", "from", "by", "about", "any", "be", "is", "it",
            "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "en");
    /** Words that shut out what follows them, with the one that goes before, where they need one. */
    private static final Set<String> SHUT_OUT =
            Set.of("anything but", "instead of", "rather than", "other than", "except", "excluding", "statt");

    private static final Set<String> BE = Set.of("is", "was", "are", "were", "be", "ist", "war", "est", "es");
    private static final Set<String> AGAINST =
            Set.of("not", "wrong", "incorrect", "false", "mistaken", "untrue", "nicht", "falsch", "faux", "falso");
    private static final Set<String> OR = Set.of("or", "oder", "ou");

    /** A word, and whether a comma or the like, or the end of a sentence, stands behind it. */
    private record Word(String text, boolean clauseEnds, boolean sentenceEnds) {}

    private final List<Word> words;
    private final String text;

    private Phrases(String text) {
        this.text = Answers.folded(text);
        this.words = words(this.text);
    }

    static Phrases of(String text) {
        return new Phrases(text);
    }

    /** The words of a text as phrases are compared, parted by one space. */
    static String plain(String text) {
        return String.join(
                " ", words(Answers.folded(text)).stream().map(Word::text).toList());
    }

    /** What the text makes of a phrase; where it has it more than once, the best of it. */
    Mention mentions(String phrase) {
        List<String> wanted = List.of(phrase.split(" ", -1));
        Mention best = Mention.ABSENT;
        for (int at = 0; at + wanted.size() <= words.size(); at++) {
            if (isAt(at, wanted)) {
                Mention here = meant(at, wanted.size());
                if (here == Mention.SAID) {
                    return here;
                }
                best = here;
            }
        }
        return best == Mention.ABSENT ? UnspacedScript.mention(text, phrase) : best;
    }

    private boolean isAt(int at, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            boolean broken = i < wanted.size() - 1 && words.get(at + i).sentenceEnds();
            if (broken || !words.get(at + i).text().equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Mention meant(int at, int size) {
        if (isDenied(at)) {
            return Mention.DENIED;
        }
        if (isDisputed(at, size)) {
            return Mention.DISPUTED;
        }
        return isOneOfSeveral(at, size) ? Mention.ALTERNATIVE : Mention.SAID;
    }

    private boolean isDenied(int at) {
        int before = at - 1;
        if (before >= 0
                && !words.get(before).clauseEnds()
                && SMALL.contains(words.get(before).text())) {
            before--;
        }
        if (before < 0 || words.get(before).clauseEnds()) {
            return false;
        }
        return isNegation(words.get(before).text());
    }

    /** {@code anything but X}, {@code X is wrong}, {@code X isn't}. */
    private boolean isDisputed(int at, int size) {
        String before =
                at > 0 && !words.get(at - 1).clauseEnds() ? words.get(at - 1).text() : "";
        String two =
                at > 1 && !words.get(at - 2).clauseEnds() ? words.get(at - 2).text() + " " + before : before;
        int behind = at + size;
        boolean open = behind < words.size() && !words.get(behind - 1).clauseEnds();
        String verb = open ? words.get(behind).text() : "";
        boolean goesOn = open && behind + 1 < words.size() && !words.get(behind).clauseEnds();
        boolean against = goesOn
                && BE.contains(verb)
                && AGAINST.contains(words.get(behind + 1).text());
        return SHUT_OUT.contains(before) || SHUT_OUT.contains(two) || verb.endsWith("n't") || against;
    }

    /** Whether a word in lower case denies what follows it. */
    static boolean isNegation(String word) {
        return NOT.contains(word) || word.endsWith("n't");
    }

    /** {@code X or it}, {@code it or X}, {@code it, X or Y}: within its sentence. */
    private boolean isOneOfSeveral(int at, int size) {
        if (at > 0
                && !words.get(at - 1).clauseEnds()
                && OR.contains(words.get(at - 1).text())) {
            return true;
        }
        int last = at + size - 1;
        boolean listed = words.get(last).clauseEnds();
        for (int i = last; i + 1 < words.size() && !words.get(i).sentenceEnds(); i++) {
            if (OR.contains(words.get(i + 1).text())) {
                return true;
            }
            if (!listed) {
                return false;
            }
        }
        return false;
    }

    private static List<Word> words(String folded) {
        List<Word> words = new ArrayList<>();
        String open = folded.replace('"', ' ').replace('{', ' ').replace('}', ' ');
        for (String token : open.split(" ", -1)) {
            String bare = unbracketed(token);
            String[] parts = bare.isEmpty() ? new String[0] : parted(bare).split(" ", -1);
            for (int i = 0; i < parts.length; i++) {
                boolean last = i == parts.length - 1;
                words.add(new Word(
                        unowned(parts[i]), last && Answers.endsClause(token), last && Answers.endsSentence(token)));
            }
        }
        return words;
    }

    private static String unbracketed(String token) {
        String bare = Answers.bare(token);
        int from = 0;
        int to = bare.length();
        while (from < to && "'([".indexOf(bare.charAt(from)) >= 0 && to - from > 1) {
            from++;
        }
        while (to > from && "')]".indexOf(bare.charAt(to - 1)) >= 0 && to - from > 1) {
            to--;
        }
        String inner = bare.substring(from, to);
        return inner.equals(token) ? inner : unbracketed(inner);
    }

    /** {@code Paris's} speaks of Paris. */
    private static String unowned(String word) {
        return word.endsWith("'s") && word.length() > 2 ? word.substring(0, word.length() - 2) : word;
    }

    /** Hyphens and underscores between letters part words. */
    private static String parted(String word) {
        StringBuilder parted = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean joins = (c == '-' || c == '_')
                    && i > 0
                    && i + 1 < word.length()
                    && Character.isLetter(word.charAt(i - 1))
                    && Character.isLetter(word.charAt(i + 1));
            parted.append(joins ? ' ' : c);
        }
        return parted.toString();
    }
}
