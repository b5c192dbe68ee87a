package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * A given name and a surname that lists have for words, and that side by side are somebody wherever they stand: Lisa Smith, Jack
 * Hall. Of most words that are names too this is not so: Julia Packages, Mark Field, Olive Green.
 */
final class PlainName {
    private static final int NAMES = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;
    private static final int NO_SURNAME = Lexicon.NO_NAME | Lexicon.MADE | Lexicon.ORGANISATION | Lexicon.COMMON;

    /** Whom everybody knows, and nobody is. */
    private static final Set<String> NOBODY = Set.of("pan", "rabbit", "piper", "doe", "bull");

    /** Given names that the lists have for words or products, and that are given names first of all. */
    private static final Set<String> GIVEN = Phrases.of(
            "john|peter|roger|tony|horst|terry|lisa|maria|julia|cassandra|eliza|ernie|bert|travis|mike|bob|bobby|jack|harry|martin|josh|tom"
                    + "|jimmy|billy|hank|rick|nick|derrick|rob|randy|ken|carol|hector|noel|gunter|udo|uwe|dirk|jasper|chuck|eddy|brad|beau"
                    + "|benoit|sylvain|sonny|garrett|jeff|colleen|sally|kitty|patty|phoebe|gabby|fanny|neil|vasco|wim|jef|kasper|lasse|lotte"
                    + "|ulf|bram|dieter|auguste|maxime|paddy|grace|frank");

    /** Those that are a verb or a short word too. */
    private static final Set<String> SHORT = Phrases.of(
            "mark|bill|max|ray|guy|victor|earl|jay|pat|drew|lance|clark|warren|gene|glen|miles|hope|faith|joy|dawn|dean|lee|christian|devin");

    /** Those that are a colour, a plant, a place or a trade, or begin a question. */
    private static final Set<String> WORDS_TOO = Phrases.of(
            "will|rose|ruby|pearl|olive|ivy|iris|violet|daisy|hazel|jade|amber|ginger|crystal|summer|robin|grant|clay|art|gale|sandy|sue|june"
                    + "|april|chase|dale|angel|basil|brandy|charity|ford|gill|hunter|joss|kit|laurel|mason|melody|mercy|poppy|scarlet|sterling"
                    + "|sunny|viola|wade|willow|woody|lincoln|herb|jordan|virginia|georgia|victoria|penny|holly|heather|jasmine|lily|marina"
                    + "|rosemary|tanner|tucker|cooper|sander");

    /** Surnames of very many, that are hardly anything else before or behind a given name. */
    private static final Set<String> SURE_SURNAMES = Phrases.of(
            "smith|miller|jackson|martin|baker|turner|rogers|cooper|richardson|butler|foster|henderson|washington|griffin|sanders"
                    + "|brooks|fisher|hunter|potter|weaver|freeman|tucker|barber|carpenter|sawyer|archer|bowman|chandler|dyer|fuller"
                    + "|goldsmith|sutton|vaughan|newton|warren|wright|reeves|pierce|tyler|thatcher|poole|houston|walker|parks|burns"
                    + "|wheeler|shepherd");

    /** Surnames of very many, that are also a word. */
    private static final Set<String> SURNAMES = Phrases.of(
            "brown|white|young|hall|king|green|hill|reed|cook|bell|cox|ward|gray|wood|knight|sparks|fox|rice|bush|marsh|banks|woods|hunt|mason|porter"
                    + "|wells|black|rose|berry|grant|ford|frost|hart|wolf|moss|lamb|swan|bishop|dean|pope|chambers|noble|finch|drake|dale|bond"
                    + "|snow|winters|summers|horn|hood|hull|kent|mills|norman|peck|pike|hardy|wade|ware|wise|york|french|stone|cross");

    /** Those that are what data and lists are of too. */
    private static final Set<String> WORDED_SURNAMES = Phrases.of(
            "price|long|page|may|field|fields|day|west|love|sharp|strong|powers|gold|silver|rivers|waters|bird|moon|winter|singer|farmer|judge"
                    + "|keen|little|lord|major|marks|north|quick|ray|rich|rush|savage|sellers|small|swift|temple|weeks|worth|best|english"
                    + "|gates|shields|walls");

    /** Behind a name these begin what is said of somebody. */
    private static final Set<String> PREDICATES =
            Phrases.of("will|would|is|was|has|had|can|could|should|does|did|wants|needs|asked|says|said|joined");

    private PlainName() {}

    /** Whether the words up to an index are one, with nothing but names between. */
    static boolean is(Words words, int from, int end) {
        int last = end - 1;
        if (last <= from || !isCapital(words, from) || !isCapital(words, last)) {
            return false;
        }
        for (int word = from; word < last; word++) {
            if (!words.behind(word).equals(" ") || !words.is(word, NAMES) || !isCapital(words, word)) {
                return false;
            }
        }
        String given = words.folded(from);
        String surname = words.folded(last);
        boolean sure = SURE_SURNAMES.contains(surname);
        boolean usual = sure || SURNAMES.contains(surname);
        if (isGiven(given)) {
            return usual || WORDED_SURNAMES.contains(surname) || isElse(words, from, last);
        }
        return (usual && SHORT.contains(given) && !isToldToMark(words, from, end))
                || (sure && (SHORT.contains(given) || WORDS_TOO.contains(given)));
    }

    /** "Mark Brown boxes as fragile" asks for something; "Mark Brown will join" does not. */
    private static boolean isToldToMark(Words words, int from, int end) {
        return words.isFirst(from)
                && words.adjoins(end - 1)
                && words.written(end) == Words.Case.SMALL
                && !PREDICATES.contains(words.folded(end));
    }

    /** Whether it is a surname of very many, that is hardly anything else behind a given name. */
    static boolean isSureSurname(String folded) {
        return SURE_SURNAMES.contains(folded);
    }

    /** Whether a folded word is a given name first of all, whatever else the lists have it for. */
    static boolean isGiven(String folded) {
        return GIVEN.contains(folded);
    }

    /** Whether it is one, or a verb or a short word as well. */
    static boolean isUsual(String folded) {
        return GIVEN.contains(folded) || SHORT.contains(folded);
    }

    /** A surname that is no word of English, behind a given name that is no product. */
    private static boolean isElse(Words words, int given, int surname) {
        return !words.is(given, Lexicon.MADE)
                && words.is(surname, Lexicon.SURNAME_OR_WORD)
                && !words.is(surname, NO_SURNAME | PLACES | Lexicon.STREET_BEHIND | Lexicon.LANDSCAPE)
                && !NOBODY.contains(words.folded(surname));
    }

    /** The last column of a row may begin with it: 1|Tom Hill. */
    private static boolean isCapital(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && (words.standsFree(word)
                        || (words.isBehind(word, '|') && words.behind(word).equals(" ")));
    }
}
