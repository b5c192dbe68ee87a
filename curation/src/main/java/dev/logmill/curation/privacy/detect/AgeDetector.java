package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Years of age that somebody is said to have: "I am 34 years old", "a 52-year-old man", "aged 7", "Age: 41". */
public final class AgeDetector implements Detector {
    private static final String TYPE = "AGE";
    private static final int OLDEST = 120;

    /** Behind these a number is an age. */
    private static final Set<String> CALLED = Phrases.of(
            "aged|my age|his age|her age|their age|patient age|current age|age of|ages|alter|âge|edad|età|idade"
                    + "|years of age|turned|turning|turns");

    /** Before "is 34 years old" these make it somebody's. */
    private static final Set<String> SOMEBODY = Phrases.of(
            "i|im|ive|he|hes|she|shes|they|theyre|we|who|whos|you|youre|son|daughter|child|kid|kids|baby|mother|father|mom"
                    + "|dad|mum|brother|sister|wife|husband|patient|client|customer|boy|girl|man|woman|male|female|employee|partner"
                    + "|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|passenger|person|student|twins|infant|toddler|ich"
                    + "|er|sie|je|il|elle|tengo|tiene|ho|ha");

    private static final Set<String> PEOPLE = Phrases.of(
            "man|woman|male|female|boy|girl|patient|person|child|son|daughter|customer|client|student|adult|lady|guy"
                    + "|gentleman|mother|father|teenager|infant|passenger|employee|veteran|widow|widower|white|black|caucasian"
                    + "|hispanic|asian|african|brother|sister|nephew|niece|grandmother|grandfather|resident|citizen|victim");
    private static final Set<String> YEARS = Set.of("years", "yrs", "yr", "year", "yo", "jahre", "ans", "anni", "anos");

    private static final Set<String> OLD = Set.of("old", "alt");

    /** "Tengo 38": what people say of themselves in languages in which they have years. */
    private static final Set<String> HAVE = Set.of("tengo", "j'ai", "j\u2019ai");

    private static final Set<String> SHORT =
            Set.of("days", "hours", "minutes", "seconds", "weeks", "ms", "s", "sec", "min");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        if (!scan.isAbout(Topic.AGE, label)) {
            return;
        }
        String text = scan.text();
        Words words = scan.words();
        for (int word = 0; word < words.count(); word++) {
            if (isAge(text, words, word) && isSomebodys(text, words, word, label)) {
                String age = text.substring(words.start(word), words.end(word));
                sink.accept(new Finding(TYPE, words.start(word), words.end(word), age));
            }
        }
    }

    private static boolean isAge(String text, Words words, int word) {
        int digits = words.end(word) - words.start(word);
        return words.written(word) == Words.Case.NUMBER
                && digits <= 3
                && mayBeSomebodys(words, word)
                && Integer.parseInt(text.substring(words.start(word), words.end(word))) <= OLDEST
                && (words.standsFree(word) || words.behind(word).equals("-") || isLabelled(words, word))
                && !isDecimal(words, word);
    }

    /** Most numbers stand behind words that call nothing an age, and before others than "years". */
    private static boolean mayBeSomebodys(Words words, int word) {
        return words.mayCall(word - 1, Lexicon.CALLS_AGE)
                || (word + 1 < words.count()
                        && (YEARS.contains(words.folded(word + 1))
                                || words.folded(word + 1).equals("year-old")));
    }

    /** What can be the last word before an age. */
    static Set<String> lastWords() {
        Set<String> last = new HashSet<>(Cues.links());
        CALLED.forEach(phrase -> last.add(Folded.of(phrase.substring(phrase.lastIndexOf(' ') + 1))));
        last.add("age");
        return last;
    }

    private static boolean isDecimal(Words words, int word) {
        return words.isPartOfNumber(word) && !words.behind(word).startsWith("-");
    }

    private static boolean isSomebodys(String text, Words words, int word, String label) {
        Cues cues = Cues.before(text, words.start(word), label);
        boolean counted = word > 0
                && (words.written(word - 1) == Words.Case.NUMBER
                        || words.behind(word - 1).indexOf('\n') >= 0);
        if ((!counted && cues.endWith(CALLED)) || isLabelled(words, word)) {
            return true;
        }
        if (isHad(words, word)) {
            return true;
        }
        int years = word + 1;
        if (years + 1 >= words.count()
                || !YEARS.contains(words.folded(years))
                || !OLD.contains(words.folded(years + 1))) {
            return isJoined(words, word);
        }
        boolean joined = words.behind(word).equals("-");
        return isPerson(words, years + 2) || (!joined && cues.say(SOMEBODY));
    }

    /** 52-year-old man: one word here, as its letters are joined by dashes. */
    private static boolean isJoined(Words words, int word) {
        return word + 1 < words.count()
                && words.behind(word).equals("-")
                && words.folded(word + 1).equals("year-old")
                && isPerson(words, word + 2);
    }

    private static boolean isPerson(Words words, int word) {
        for (int i = word; i < Math.min(words.count(), word + 3); i++) {
            if (PEOPLE.contains(words.folded(i)) || Peoples.is(words.folded(i)) || Peoples.isBelief(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHad(Words words, int word) {
        return word > 0
                && words.adjoins(word - 1)
                && HAVE.contains(words.folded(word - 1))
                && words.adjoins(word)
                && YEARS.contains(words.folded(word + 1));
    }

    /** Age 30 days: of a file or a key. */
    private static boolean isShort(Words words, int word) {
        return words.adjoins(word) && SHORT.contains(words.folded(word + 1));
    }

    /** Age: 34, age=34. */
    private static boolean isLabelled(Words words, int word) {
        if (word == 0 || !words.folded(word - 1).equals("age") || isShort(words, word)) {
            return false;
        }
        String gap = words.behind(word - 1);
        return gap.length() < 6 && (gap.indexOf(':') >= 0 || gap.indexOf('=') >= 0 || gap.equals(" "));
    }
}
