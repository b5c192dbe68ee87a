package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Years of age that somebody is said to have: "I am 34 years old", "a 52-year-old man", "aged 7", "Age: 41", in some languages, and
 * as clinics write them; see {@link ShortAge} and {@link NamedAge}.
 */
public final class AgeDetector implements Detector {
    private static final String TYPE = "AGE";
    private static final int OLDEST = 120;

    private static final Set<String> BEING = Set.of("is", "was", "turned", "ist", "war", "tiene", "a", "ha");
    private static final int OTHER =
            Lexicon.MADE | Lexicon.COMMON | Lexicon.BETTER_KNOWN | Lexicon.PLACE | Lexicon.ORGANISATION;

    /** Behind "I'm 29". */
    private static final Set<String> TOLD_MORE = Set.of("and", "now", "female", "male", "from", "but", "yrs");

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
        String text = scan.text();
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            int end = scan.end(run);
            if (end - start <= 3 && (ShortAge.is(text, start, end) || NamedAge.is(text, start, end))) {
                accept(text, start, end, sink);
            }
        }
        if (!scan.isAbout(Topic.AGE, label)) {
            return;
        }
        Words words = scan.words();
        for (int word = 0; word < words.count(); word++) {
            if (isAge(text, words, word) && isSomebodys(text, words, word, label)) {
                accept(text, words.start(word), words.end(word), sink);
            }
        }
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding(TYPE, start, end, text.substring(start, end)));
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
                || isTold(words, word)
                || (word + 1 < words.count()
                        && (AgeWords.YEARS.contains(words.folded(word + 1))
                                || JoinedAge.isYearOld(words.folded(word + 1))));
    }

    private static boolean isDecimal(Words words, int word) {
        return words.isPartOfNumber(word) && !words.behind(word).startsWith("-");
    }

    private static boolean isSomebodys(String text, Words words, int word, String label) {
        Cues cues = Cues.before(text, words.start(word), label);
        boolean counted = word > 0
                && (words.written(word - 1) == Words.Case.NUMBER
                        || words.behind(word - 1).indexOf('\n') >= 0
                        || isTurnedToMany(words, word));
        if (cues.endWith(AgeWords.OF_ANYBODY) || cues.say(AgeWords.GOODS) || AgeRange.is(text, words, word)) {
            return false;
        }
        if (AgeRange.isListed(words, word)) {
            return true;
        }
        if ((!counted && cues.endWith(AgeWords.CALLED) && isOfPerson(words, word, cues))
                || isLabelled(words, word)
                || isTold(words, word)
                || (words.count() == 1 && Label.plain(label).equals("age"))) {
            return true;
        }
        int years = word + 1;
        if (years < words.count() && AgeWords.YEARS.contains(words.folded(years)) && words.adjoins(word)) {
            return isHad(words, word, cues) || isOld(words, word, cues) || isBehindName(words, word);
        }
        return JoinedAge.is(words, word);
    }

    /** Elena Vargas, 58 años, ...: alone between the name of somebody and what else is told of them. */
    private static boolean isBehindName(Words words, int word) {
        if (word < 2
                || !words.behind(word - 1).equals(", ")
                || words.folded(word + 1).startsWith("y")) {
            return false;
        }
        String gap = words.behind(word + 1);
        boolean ends = word + 2 == words.count() || ",.\n)".indexOf(gap.charAt(0)) >= 0;
        boolean name = words.isCapital(word - 2)
                && words.isCapital(word - 1)
                && words.adjoins(word - 2)
                && (words.is(word - 1, Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD)
                        || NameParts.isUnknown(words, word - 1));
        return ends && name;
    }

    /** 34 years old. */
    private static boolean isOld(Words words, int word, Cues cues) {
        if (word + 2 >= words.count() || !AgeWords.isOld(words.folded(word + 2))) {
            return false;
        }
        return JoinedAge.isPerson(words, word + 3) || cues.say(AgeWords.SOMEBODY) || isSubject(words, word);
    }

    /** Luca Ricci is 69 years old; Python is 30 years old, too, and nobody. */
    private static boolean isSubject(Words words, int word) {
        int name = word - 2;
        return name >= 0
                && words.adjoins(name)
                && words.adjoins(name + 1)
                && BEING.contains(words.folded(name + 1))
                && words.written(name) == Words.Case.CAPITAL
                && words.is(name, Lexicon.GIVEN | Lexicon.SURNAME)
                && !words.is(name, OTHER);
    }

    /** Tengo 38 años, elle a 52 ans, jag är 45 år, ze is 63 jaar, mujer de 45 años. */
    private static boolean isHad(Words words, int word, Cues cues) {
        if (word == 0 || !words.adjoins(word - 1)) {
            return false;
        }
        String verb = words.folded(word - 1);
        String before = word > 1 ? words.folded(word - 2) : "";
        boolean of = AgeWords.isOf(verb)
                && (isToldOfName(words, word) || AgeWords.isOfYears(before) || isAgeBehind(words, word + 2));
        boolean am = (verb.equals("ar") && Set.of("jag", "han", "hon").contains(before))
                || (verb.equals("ben") && before.equals("ik"))
                || (verb.equals("is") && Set.of("hij", "zij", "ze").contains(before));
        return AgeWords.isHave(verb) || of || am || (AgeWords.isHas(verb) && cues.say(AgeWords.HAVING));
    }

    /** Ana, de 47 años, vive: behind a name and a comma. */
    private static boolean isToldOfName(Words words, int word) {
        return word > 1
                && words.behind(word - 2).equals(", ")
                && words.isCapital(word - 2)
                && words.is(word - 2, Lexicon.GIVEN | Lexicon.SURNAME)
                && !words.is(word - 2, OTHER);
    }

    /** 45 años de edad. */
    private static boolean isAgeBehind(Words words, int word) {
        return word + 1 < words.count()
                && AgeWords.isOf(words.folded(word))
                && Set.of("edad", "idade", "eta").contains(words.folded(word + 1));
    }

    /** "I'm 29 and live alone", "she is 81 now". */
    private static boolean isTold(Words words, int word) {
        if (word == 0 || !words.adjoins(word - 1) || !AgeWords.isIs(words.folded(word - 1))) {
            return false;
        }
        String is = words.folded(word - 1);
        boolean who = is.length() > 2
                || is.equals("im")
                || (word > 1 && words.adjoins(word - 2) && AgeWords.isWho(words.folded(word - 2)));
        String gap = words.behind(word);
        boolean ends = word + 1 == words.count()
                || gap.startsWith(", ")
                || (gap.startsWith(". ") && !is.equals("im"))
                || gap.indexOf('\n') >= 0;
        boolean more = ends || (gap.equals(" ") && TOLD_MORE.contains(words.folded(word + 1)));
        return who && more && words.end(word) - words.start(word) > 1 && words.written(word) == Words.Case.NUMBER;
    }

    /** "My son turns 20", "Anna turns 30 in May": turns are also those of a talk, of which there are "max turns 20". */
    private static boolean isOfPerson(Words words, int word, Cues cues) {
        if (!cues.endWith(AgeWords.TURNS)) {
            return true;
        }
        int who = word - 2;
        boolean right = word > 0 && words.folded(word - 1).equals("turns") && words.adjoins(word - 1);
        boolean somebody = who >= 0
                && (AgeWords.SOMEBODY.contains(words.folded(who))
                        || (words.isCapital(who) && !words.is(who, Lexicon.MADE) && !words.isEnglish(who)));
        boolean goesOn = word + 1 < words.count() && AgeWords.goesOn(words.folded(word + 1));
        return right && (somebody || goesOn);
    }

    /** The build turned 40 warnings into errors. */
    private static boolean isTurnedToMany(Words words, int word) {
        return words.folded(word - 1).startsWith("turn")
                && words.adjoins(word)
                && words.written(word + 1) == Words.Case.SMALL
                && !AgeWords.goesOn(words.folded(word + 1));
    }

    /** Age: 34, age=34; {"age": {"18-24": 120}} counts people, and what an object has first is a key. */
    private static boolean isLabelled(Words words, int word) {
        if (word == 0 || !words.folded(word - 1).equals("age")) {
            return false;
        }
        boolean brief = words.adjoins(word) && AgeWords.isShort(words.folded(word + 1));
        boolean thing = word > 1 && AgeWords.isThing(words.folded(word - 2));
        String gap = words.behind(word - 1);
        return !brief
                && !thing
                && gap.length() < 6
                && gap.indexOf('{') < 0
                && (gap.indexOf(':') >= 0 || gap.indexOf('=') >= 0 || gap.equals(" "));
    }
}
