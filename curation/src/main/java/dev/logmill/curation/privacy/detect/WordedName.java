package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A given name and a surname that both are words too, where what stands beside tells that somebody is meant: Peter Brown, Mark Young. */
final class WordedName {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.MADE | Lexicon.ORGANISATION;

    /** Who somebody is to a desk: right before the name, or with "was" or a comma between. */
    private static final Set<String> ROLES = Phrases.of(
            "caller|employee|customer|client|patient|colleague|passenger|guest|tenant|student|teacher|nurse|agent|driver"
                    + "|manager|applicant|claimant|witness|resident|visitor|requester|reporter|assignee|contact|owner|neighbour|neighbor");

    /** What is done to people, and is right before who they are. */
    private static final Set<String> TOLD =
            Phrases.of("ask|asks|asked|tell|tells|told|remind|reminded|inform|informed|notify|notified|met");

    private static final Set<String> CLOSED = Phrases.of(
            "thanks|regards|sincerely|cheers|best|yours|wishes|truly|faithfully|respectfully|love|thankyou|you");
    /** Whom somebody has one of. */
    private static final Set<String> CLOSE =
            Phrases.of("wife|husband|mother|father|mom|mum|dad|son|daughter|brother|sister"
                    + "|partner|fiance|fiancee|uncle|aunt|grandmother|grandfather|boss|landlord|neighbour|neighbor");

    private static final Set<String> LINKS = Set.of("was", "is");
    private static final Set<String> AGED = Set.of("aged", "age");
    private static final Set<String> ON_PHONE = Set.of("here", "calling", "speaking", "from");

    private WordedName() {}

    /** Index of the first of the two words at the end of a run, where they are one; -1 where not. */
    static int in(Scan scan, Words words, NameRun run) {
        int from = run.limit() - 2;
        if (from < run.from() || isFirm(words, run)) {
            return -1;
        }
        if (PlainName.is(words, run.from(), run.limit())) {
            return run.from();
        }
        if (!isPossible(words, from)) {
            return areNames(words, from) && isIntroduced(words, from) ? from : -1;
        }
        return MailboxName.is(scan.text(), words, from) || isSomebody(scan.text(), words, from) ? from : -1;
    }

    /** Whether two words with a capital can be one. */
    static boolean isPossible(Words words, int from) {
        int last = from + 1;
        return areNames(words, from)
                && !words.is(from, NEVER | Lexicon.COMMON | Lexicon.BETTER_KNOWN)
                && !words.is(last, NEVER);
    }

    private static boolean areNames(Words words, int from) {
        int last = from + 1;
        return words.written(from) == Words.Case.CAPITAL
                && words.written(last) == Words.Case.CAPITAL
                && words.behind(from).equals(" ")
                && words.is(from, GIVENS)
                && words.is(last, SURNAMES)
                && words.standsFree(from)
                && words.standsFree(last);
    }

    /** "I'm Will May", "my wife is Summer Price": whatever else such words are, here they are somebody. */
    private static boolean isIntroduced(Words words, int from) {
        if (from == 0 || !words.adjoins(from - 1)) {
            return false;
        }
        String before = words.folded(from - 1);
        if (before.equals("i'm") || before.equals("i\u2019m")) {
            return true;
        }
        String first = from > 1 && words.adjoins(from - 2) ? words.folded(from - 2) : "";
        return (before.equals("am") && first.equals("i"))
                || (before.equals("is") && (first.equals("name") || CLOSE.contains(first)));
    }

    private static boolean isFirm(Words words, NameRun run) {
        return run.limit() < run.end() && NameWords.isOrganisation(words, run.limit());
    }

    private static boolean isSomebody(String text, Words words, int from) {
        return SpokenOf.owns(words, from + 1)
                || acts(words, from)
                || isAged(text, words, from + 1)
                || isKnownAs(words, from)
                || isSigned(words, from)
                || NamedObject.is(text, words, from);
    }

    /** "John Smith called about", "Peter Brown here". */
    private static boolean acts(Words words, int from) {
        int behind = from + 2;
        if (!words.adjoins(from + 1) || words.written(behind) != Words.Case.SMALL) {
            return false;
        }
        String word = words.folded(behind);
        boolean begins = words.isFirst(from) || words.behind(from - 1).equals(", ");
        return NameCues.isSpeaking(word) || (begins && word.equals("here"));
    }

    /** "Jack White, aged 45", "Jack White, 45, denies". */
    private static boolean isAged(String text, Words words, int last) {
        int behind = last + 1;
        if (behind >= words.count() || !words.behind(last).equals(", ")) {
            return false;
        }
        boolean aged = AGED.contains(words.folded(behind)) && words.adjoins(behind);
        boolean number = words.written(behind) == Words.Case.NUMBER
                && words.end(behind) - words.start(behind) == 2
                && text.startsWith(",", words.end(behind));
        return aged || number;
    }

    /** "Employee Jack White", "The caller was Jack White", "the caller, Jack White, wants", "tell Jack White to", "I am Jack White". */
    private static boolean isKnownAs(Words words, int from) {
        if (from == 0) {
            return false;
        }
        String gap = words.behind(from - 1);
        String before = words.folded(from - 1);
        if (gap.equals(", ")) {
            return ROLES.contains(before) && words.behind(from + 1).startsWith(",");
        }
        boolean adjoining = gap.equals(" ");
        return (ROLES.contains(before) && (adjoining || gap.equals(": ")))
                || (adjoining && (TOLD.contains(before) || isLinked(words, from)));
    }

    private static boolean isLinked(Words words, int from) {
        if (isIntroduced(words, from)) {
            return true;
        }
        if (from < 2 || !words.adjoins(from - 2)) {
            return false;
        }
        String first = words.folded(from - 2);
        boolean spoken = first.equals("this") && words.adjoins(from + 1) && ON_PHONE.contains(words.folded(from + 2));
        return LINKS.contains(words.folded(from - 1)) && (ROLES.contains(first) || spoken);
    }

    /** "Thanks, Peter Brown": all of the line behind what ends a letter. */
    private static boolean isSigned(Words words, int from) {
        if (from == 0 || !CLOSED.contains(words.folded(from - 1))) {
            return false;
        }
        String before = words.behind(from - 1);
        String behind = words.behind(from + 1);
        boolean ends = from + 2 == words.count() || behind.indexOf('\n') >= 0 || behind.startsWith(".");
        return ends && before.length() < 6 && (before.startsWith(",") || before.indexOf('\n') >= 0);
    }
}
