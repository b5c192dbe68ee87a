package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Nationality, ethnic group, religion, political side or sexual orientation that somebody is said to have (special categories of
 * GDPR article 9, and nationality). Of languages, food, firms and history the same words are told in vain: "in German", "a Thai
 * place" and "the French Revolution" stay.
 */
public final class PeoplesDetector implements Detector {
    private static final String TYPE = "NRP";

    /** Right before what somebody is, an article between or not. */
    private static final Set<String> IS = Phrases.of(
            "i am|im|i was|he is|hes|he was|she is|shes|she was|they are|theyre|we are|were|is an|is a|who is|whos"
                    + "|identify as|identifies as|raised|born|nationality|religion|ethnicity|race|citizenship|faith|ethnic"
                    + "|political party|political affiliation|political view|political views|sexual orientation|sexuality|denomination"
                    + "|converted to|practicing|practising|devout|ich bin|je suis|soy|sono|staatsangehörigkeit|nationalité|nacionalidad");

    /** Before these it is somebody's. */
    private static final Set<String> PEOPLE = Phrases.of(
            "citizen|citizens|citizenship|national|nationals|nationality|man|men|woman|women|guy|girl|boy|lady|gentleman"
                    + "|immigrant|immigrants|refugee|refugees|passport|descent|origin|heritage|background|family|parents|husband|wife"
                    + "|girlfriend|boyfriend|friend|friends|neighbor|neighbour|patient|male|female|student|tourist|tourists|people"
                    + "|mother|father|couple|community|ancestry|speaker|resident|residents|born|voter|voters|faith|belief|person");

    private static final Set<String> LABELS = Set.of(
            "nationality",
            "religion",
            "ethnicity",
            "citizenship",
            "ethnicgroup",
            "religiousbelief",
            "politicalview",
            "politicalaffiliation",
            "sexualorientation",
            "sexuality",
            "raceethnicity",
            "politicalparty",
            "nationalite",
            "nacionalidad");

    private static final Set<String> LINKS = Phrases.of(
            "and|but|or|by|from|living|who|so|in|with|as|at|on|of|since|because|though|working|born|too|myself|himself|herself");

    @Override
    public double score() {
        return 0.8;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        boolean called = !label.isEmpty() && LABELS.contains(Label.folded(label));
        if (called && NameCues.isNameLike(text)) {
            sink.accept(new Finding(TYPE, 0, text.length(), Folded.of(text)));
            return;
        }
        Words words = scan.words();
        for (int word = 0; word < words.count(); word++) {
            if (isOne(words, word) && (isBefore(words, word) || isSaid(text, words, word, label))) {
                int start = words.start(word);
                sink.accept(new Finding(TYPE, start, words.end(word), words.folded(word)));
            }
        }
    }

    private static boolean isOne(Words words, int word) {
        boolean written = words.isCapital(word) || words.written(word) == Words.Case.SMALL;
        return written && words.is(word, Lexicon.PEOPLE) && words.standsFree(word);
    }

    private static boolean isBefore(Words words, int word) {
        return words.adjoins(word) && PEOPLE.contains(words.folded(word + 1)) && !isGroup(words, word + 1);
    }

    /** The people of a country as such are nobody. */
    private static boolean isGroup(Words words, int word) {
        return words.folded(word).equals("people") && words.adjoins(word) && words.isCapital(word + 1);
    }

    private static boolean isSaid(String text, Words words, int word, String label) {
        Cues cues = Cues.before(text, words.start(word), label);
        boolean behind = words.adjoins(word) && words.written(word + 1) == Words.Case.CAPITAL;
        boolean noun =
                words.adjoins(word) && words.written(word + 1) == Words.Case.SMALL && !isLink(words.folded(word + 1));
        return !behind && !noun && cues.endWith(IS);
    }

    /** What a sentence goes on with, so that the word before is no adjective of a thing. */
    private static boolean isLink(String word) {
        return LINKS.contains(word);
    }
}
