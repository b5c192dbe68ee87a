package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.Set;

/** Words that stand around somebody's age; {@link #CALLED} and {@link #SOMEBODY} as {@link Cues} has them, the others folded. */
final class AgeWords {
    /** Behind these a number is an age. */
    static final Set<String> CALLED = Phrases.of(
            "di anni|aged|age years|age in years|age yrs|my age|his age|her age|their age|patient age|current age|age of|ages|alter|âge|edad|età|idade"
                    + "|years of age|turned|turning|turns|i turn|ill turn|i will turn|leeftijd|wiek|âgé de|âgée de|alter von|età di|edad de|idade de|возраст|ikä|ålder|alder|yaş|vek");

    /** Said of people and of talks. */
    static final Set<String> TURNS = Set.of("turns");

    /** Before "is 34 years old" these make it somebody's. */
    static final Set<String> SOMEBODY = Phrases.of(
            "i|im|ive|he|hes|she|shes|they|theyre|we|who|whos|you|youre|son|daughter|child|kid|kids|baby|mother|father|mom"
                    + "|dad|mum|brother|sister|wife|husband|patient|client|customer|boy|girl|man|woman|male|female|employee|partner"
                    + "|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|passenger|person|student|twins|infant|toddler|ich"
                    + "|er|sie|je|ze|mijn|moeder|vader|il|elle|tengo|tiene|ho|ha|ik|hij|zij|jag|han|hon|jeg|hun|sohn|tochter|mutter|vater|frau|mann"
                    + "|patientin|kunde|kundin|bruder|schwester|mitarbeiter|mitarbeiterin|oma|opa|suspect|victim|defendant|applicant|claimant"
                    + "|grandson|granddaughter|boss|friend|colleague|neighbor|neighbour|tenant|teenager|nurse|teacher|driver");

    /** Behind these an age is a limit, and nobody's. */
    static final Set<String> OF_ANYBODY = Phrases.of(
            "max age years|min age years|maximum age years|minimum age years|must be|should be|have to be|has to be|need to be|needs to be|at least|under|over|above|below|than|minimum|maximum|until"
                    + "|mindestens|unter|über|moins de|plus de|menos de|más de");

    /** What is aged for years and is nobody. */
    static final Set<String> GOODS = Phrases.of(
            "scotch|whisky|whiskey|bourbon|wine|rum|cognac|brandy|tequila|port|cheese|cheddar|parmesan|beef|cask|casks");

    /** Before "has 45 years" these make it somebody's, where people have their years. */
    static final Set<String> HAVING = Phrases.of(
            "il|elle|ella|él|ele|ela|lui|lei|hijo|hija|madre|padre|esposa|esposo|marido|mujer|hermano|hermana|abuela|abuelo|filho"
                    + "|filha|mãe|pai|avó|fils|fille|mère|père|mari|femme|frère|sœur|figlio|figlia|moglie|marito|nonna|nonno|paciente"
                    + "|patient|patiente|paziente");

    static final Set<String> PEOPLE = Phrases.of(
            "man|woman|male|female|boy|girl|patient|person|child|son|daughter|customer|client|student|adult|lady|guy"
                    + "|gentleman|mother|father|teenager|infant|passenger|employee|veteran|widow|widower|white|black|caucasian"
                    + "|hispanic|asian|african|brother|sister|nephew|niece|grandmother|grandfather|resident|citizen|victim|baby"
                    + "|toddler|frau|mann|patientin|junge|madchen|kind|sohn|tochter|mutter|vater|kundin|kunde|dame|rentner|rentnerin"
                    + "|schuler|schulerin|studentin|nurse|teacher|driver|engineer|farmer|manager|doctor|lawyer|retiree|pensioner"
                    + "|accountant|carpenter|mechanic|electrician|plumber|secretary|cook|chef|clerk|cashier|waiter|waitress|actor"
                    + "|actress|singer|musician|writer|artist|painter|journalist|programmer|developer|scientist|professor|surgeon"
                    + "|vrouw|jongen|meisje|patiente|mezczyzna|mezczyzne|mezczyzny|kobieta|kobiety|kobiete|pacjent|pacjenta"
                    + "|pacjentka|pacjentki|pacjentke|chlopiec|chlopca|dziewczynka|dziewczynki|kvinna|kvinne|kvinde|pojke|flicka|mand");

    /** What is so many years old and nobody, where nothing but "as a" stands before. */
    private static final Set<String> OLD_THINGS = Phrases.of(
            "company|startup|firm|business|project|codebase|system|bug|house|building|home|car|truck|wine|whisky|whiskey|server"
                    + "|library|repo|repository|tree|dog|cat|horse|puppy|kitten|technology|language|protocol|standard|law|tradition"
                    + "|institution|organization|organisation|brand|bond|loan|mortgage|treaty|agreement|plan|program|phone|laptop|app"
                    + "|application|framework|bridge|church|school|university|bank|industry|document|file|commit|version|release"
                    + "|platform|product|site|website|model|machine|method|idea|concept|book|film|movie|song|story|case|debt");

    /** Before "de 45 años". */
    private static final Set<String> OF_YEARS = Phrases.of(
            "mujer|hombre|nino|nina|chico|chica|paciente|varon|senora|senor|femme|homme|fille|garcon|patient|patiente|enfant"
                    + "|fils|donna|uomo|paziente|bambino|bambina|ragazza|ragazzo|signora|signore|mulher|homem|menino|menina|rapaz"
                    + "|hijo|hija|figlio|figlia|filho|filha|age|agee");

    static final Set<String> YEARS = Set.of(
            "years", "yrs", "yr", "year", "yo", "jahre", "ans", "anni", "anos", "jaar", "ar", "lat", "lata", "let",
            "vuotta");

    private static final Set<String> OLD = Set.of("old", "alt", "oud", "gammal", "gammel", "vanha");

    /** "Tengo 38": what people say of themselves in languages in which they have years, or are them. */
    private static final Set<String> HAVE = Set.of("tengo", "j'ai", "j\u2019ai", "tenho", "ho", "mam");

    private static final Set<String> HAS = Set.of("tiene", "tem", "ha", "a");

    private static final Set<String> OF = Set.of("de", "di");

    private static final Set<String> SHORT =
            Set.of("days", "hours", "minutes", "seconds", "weeks", "ms", "s", "sec", "min");

    /** What has an age and is nobody. */
    private static final Set<String> THINGS = Set.of(
            "cache", "max", "min", "session", "token", "file", "key", "cookie", "object", "record", "entry", "message",
            "average");

    /** Behind "turned 40". */
    private static final Set<String> GOES_ON = Set.of(
            "last",
            "on",
            "this",
            "today",
            "yesterday",
            "and",
            "in",
            "years",
            "yrs",
            "recently",
            "next",
            "before",
            "but",
            "so",
            "tomorrow",
            "when",
            "the",
            "a",
            "just",
            "now",
            "old");

    /** Behind "a 37-year-old", where no other word says who that is. */
    private static final Set<String> BEHIND = Set.of("from", "who", "living", "named", "presenting", "working");

    private static final Set<String> IS =
            Set.of("am", "is", "im", "i'm", "i\u2019m", "he's", "she's", "he\u2019s", "she\u2019s");
    private static final Set<String> WHO = Set.of("i", "he", "she");

    private AgeWords() {}

    /** What says of somebody that they are. */
    static boolean isIs(String folded) {
        return IS.contains(folded);
    }

    static boolean isWho(String folded) {
        return WHO.contains(folded);
    }

    static boolean isBehind(String folded) {
        return BEHIND.contains(folded);
    }

    static boolean isOld(String folded) {
        return OLD.contains(folded);
    }

    static boolean isHave(String folded) {
        return HAVE.contains(folded);
    }

    static boolean isHas(String folded) {
        return HAS.contains(folded);
    }

    static boolean isOf(String folded) {
        return OF.contains(folded);
    }

    static boolean isOfYears(String folded) {
        return OF_YEARS.contains(folded);
    }

    /** Whether what stands behind a number is a time too short for an age: of a file or a key. */
    static boolean isShort(String folded) {
        return SHORT.contains(folded);
    }

    static boolean isOldThing(String folded) {
        return OLD_THINGS.contains(folded);
    }

    static boolean isThing(String folded) {
        return THINGS.contains(folded);
    }

    static boolean goesOn(String folded) {
        return GOES_ON.contains(folded);
    }

    /** What can be the last word before an age. */
    static Set<String> lastWords() {
        Set<String> last = new HashSet<>(Cues.links());
        CALLED.forEach(phrase -> last.add(Folded.of(phrase.substring(phrase.lastIndexOf(' ') + 1))));
        last.add("age");
        return last;
    }
}
