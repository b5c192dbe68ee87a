package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Whether "Park" behind a given name is the surname of so many Koreans, as in Michael Park: not in Victoria Park, nor behind "in". */
final class ParkSurname {
    private static final int NEVER =
            Lexicon.PLACE | Lexicon.PLACE_OR_WORD | Lexicon.BETTER_KNOWN | Lexicon.COMMON | Lexicon.MADE;

    /** Whom parks and the towns around them are called after. */
    private static final Set<String> OF_PARKS = Phrases.of(
            "victoria|alexandra|albert|alexander|stanley|elizabeth|edward|douglas|logan|bryant|roland|raymond|regina|gregory|hermann|kelly"
                    + "|tyler|shelby|clark|marion|milton|alton|anthony|louis|charles|george|leonard|allen|wilson|morgan|orlando|winter"
                    + "|estes|asbury|myrtle|evelyn|carl|gustav|lafayette|asher|ashley|kenneth");

    /** Behind these it is where one is. */
    private static final Set<String> BEFORE_PLACE = Phrases.of(
            "in|at|near|to|the|of|through|around|from|into|across|via|visit|visited|outside|inside|behind|opposite|beside|towards|toward|past");

    private ParkSurname() {}

    /** Whether a run of words with a capital ends with it. */
    static boolean is(Words words, NameRun run) {
        int given = run.limit() - 2;
        return given == run.from()
                && words.folded(given + 1).equals("park")
                && words.written(given) == Words.Case.CAPITAL
                && words.written(given + 1) == Words.Case.CAPITAL
                && ((words.is(given, Lexicon.GIVEN) && !words.is(given, NEVER))
                        || PlainName.isGiven(words.folded(given)))
                && !OF_PARKS.contains(words.folded(given))
                && !(given > 0 && words.adjoins(given - 1) && BEFORE_PLACE.contains(words.folded(given - 1)));
    }
}
