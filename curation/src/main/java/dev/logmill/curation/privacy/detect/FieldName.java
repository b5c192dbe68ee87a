package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * All that fills a field which nobody but a person has: Patient Name: Rohan Desert. What else the words may be says nothing there,
 * unless a firm is named or the field says what it is for.
 */
final class FieldName {
    private static final int MOST_WORDS = 4;
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    /** Behind these and a colon stands who somebody is. */
    private static final Set<String> OF_PEOPLE = Phrases.of(
            "patient|claimant|insured|insured person|beneficiary|payee|policyholder|policy holder|applicant|co applicant|tenant|passenger|guest|cardholder"
                    + "|next of kin|emergency contact|name of applicant|beneficiary name|insured name|payee name|tenant name|owner name"
                    + "|name of patient|name of insured|patients name|applicants name|customer|client");

    private static final Set<String> FIRMS = Phrases.of(
            "inc|llc|ltd|plc|gmbh|ag|corp|corporation|company|co|group|bank|university|college|school|hospital|hotel|airlines|airways"
                    + "|institute|foundation|services|solutions|partners|holdings|systems|technologies|consulting|insurance|clinic|labs|studios"
                    + "|robotics|analytics|logistics|dynamics|semiconductors|therapeutics|aerospace|electronics|pharmaceuticals|energy|foods|motors"
                    + "|biotech|automation|telecom|networks"
                    + "|industries|association|agency|department|ministry|council|team|unit|support|account|name|field|only|use|status|type");

    private FieldName() {}

    /** Index behind the name that begins with a word; the word's own where none does. */
    static int end(Scan scan, Words words, int first) {
        if (first == 0 || !isColon(words.behind(first - 1)) || !words.is(first - 1, Lexicon.INTRODUCES)) {
            return first;
        }
        int end = first;
        while (end < words.count() && end - first < MOST_WORDS && isPart(words, first, end)) {
            end++;
            if (end < words.count() && !words.adjoins(end - 1)) {
                break;
            }
        }
        int inverted = invertedEnd(words, first);
        if (inverted > first && isAsked(scan.cuesBefore(words.start(first)))) {
            return inverted;
        }
        boolean whole = end - first > 1 && isPerson(words, first, end) && endsField(words.behind(end - 1), words, end);
        return whole && isAsked(scan.cuesBefore(words.start(first))) ? end : first;
    }

    /** Moyo, Tendai J.: a surname, a comma, a given name and what is between; the first word, where they are none. */
    private static int invertedEnd(Words words, int first) {
        int given = first + 1;
        if (given >= words.count() || !words.behind(first).equals(", ") || !isPart(words, first, first)) {
            return first;
        }
        int end = given;
        while (end < words.count() && end - given < 3 && isPart(words, given, end)) {
            end++;
            if (end < words.count() && !words.adjoins(end - 1)) {
                break;
            }
        }
        boolean surname = words.is(first, SURNAMES) || words.form(first).unknown();
        boolean name = words.is(given, Lexicon.GIVEN)
                || (words.form(given).unknown() && !words.is(given, PLACES))
                || (words.is(given, GIVENS) && words.is(first, SURNAMES));
        boolean stopped = end < words.count() && words.behind(end - 1).startsWith(".");
        return end > given && surname && name && (stopped || endsField(words.behind(end - 1), words, end))
                ? end
                : first;
    }

    private static boolean isAsked(Cues cues) {
        return cues.endWith(OF_PEOPLE) || cues.endWith(NameCues.LABELLED);
    }

    private static boolean isColon(String gap) {
        return gap.equals(": ") || gap.equals(" : ") || gap.equals(":** ");
    }

    private static boolean isPart(Words words, int first, int word) {
        boolean written = words.isCapital(word)
                || (word > first && words.written(word) == Words.Case.INITIAL)
                || (word > first && words.is(word, Lexicon.PARTICLE) && words.adjoins(word));
        return written
                && (!words.is(word, Lexicon.NO_NAME)
                        || (word > first && Peoples.nations().contains(words.folded(word))))
                && !FIRMS.contains(words.folded(word))
                && !NameField.isOfForm(words, word)
                && words.standsFree(word);
    }

    /** One that is no word of English and a name or known to nobody; or a given name and a surname, whatever else both are. */
    private static boolean isPerson(Words words, int first, int end) {
        for (int word = first; word < end; word++) {
            boolean name = (words.form(word).first() & (GIVENS | SURNAMES)) != 0;
            if (!words.isEnglish(word) && (name || words.form(word).unknown()) && !words.is(word, Lexicon.MADE)) {
                return true;
            }
        }
        boolean joined = words.is(end - 1, Lexicon.JOINED) && !words.is(end - 1, Lexicon.ORGANISATION);
        return (words.is(first, GIVENS) && words.is(end - 1, SURNAMES))
                || (words.is(first, GIVENS | SURNAMES) && joined && words.written(end - 1) == Words.Case.CAPITALS);
    }

    private static boolean endsField(String gap, Words words, int end) {
        return end == words.count() || (!gap.isEmpty() && "\n;,|)<\r\"\\".indexOf(gap.charAt(0)) >= 0);
    }
}
