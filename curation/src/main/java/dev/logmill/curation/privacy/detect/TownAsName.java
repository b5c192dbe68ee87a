package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * A town or a state that very many are called after, before a surname alone: Austin Miller is somebody. Madison Lake, Houston Texas and
 * the Dallas Cowboys are none, and neither is what one is in or flies to.
 */
final class TownAsName {
    private static final Set<String> GIVEN = Phrases.of(
            "austin|dallas|carolina|madison|phoenix|houston|orlando|brooklyn|paris|boston|denver|memphis|raleigh|kingston|lincoln|cleveland"
                    + "|alexandria|verona|montana|vienna|london|aurora|santiago|camden|trenton|carson|lexington|adelaide|geneva|siena|atlanta");

    /** Of these somebody is called so more often than a surname is known. */
    private static final Set<String> GIVEN_FIRST = Set.of("carolina", "madison", "brooklyn", "adelaide");

    /** Surnames that are words too, and hardly a part of a town's. */
    private static final Set<String> WORDED = Phrases.of(
            "reed|young|cook|cox|gray|hunt|mason|hart|hardy|wade|kent|white|brown|black|king|knight|fox|ward|bell|porter|ford|frost|norman|pike");

    private static final Set<String> NO_SURNAMES =
            Phrases.of("jackson|martin|washington|houston|freeman|hunter|potter|fisher|parks");

    private static final int NEVER = Lexicon.PLACE
            | Lexicon.PLACE_OR_WORD
            | Lexicon.NO_NAME
            | Lexicon.MADE
            | Lexicon.ORGANISATION
            | Lexicon.STREET_BEHIND
            | Lexicon.LANDSCAPE;

    private TownAsName() {}

    /** Whether a run of words with a capital is such a name as a whole. */
    static boolean is(Words words, NameRun run) {
        int town = run.from();
        int surname = town + 1;
        if (run.limit() != run.end()
                || run.limit() != town + 2
                || !GIVEN.contains(words.folded(town))
                || words.written(town) != Words.Case.CAPITAL
                || words.written(surname) != Words.Case.CAPITAL
                || !words.behind(town).equals(" ")
                || isWhere(words, town)) {
            return false;
        }
        String last = words.folded(surname);
        return (PlainName.isSureSurname(last) && !NO_SURNAMES.contains(last))
                || WORDED.contains(last)
                || (words.is(surname, Lexicon.SURNAME) && !words.isEnglish(surname) && !words.is(surname, NEVER))
                || (GIVEN_FIRST.contains(words.folded(town)) && NameParts.isUnknown(words, surname));
    }

    /** Behind "in" or "the" it is the town. */
    private static boolean isWhere(Words words, int town) {
        return town > 0
                && words.adjoins(town - 1)
                && (PlaceDetector.isBehindPreposition(words, town)
                        || words.folded(town - 1).equals("the"));
    }
}
