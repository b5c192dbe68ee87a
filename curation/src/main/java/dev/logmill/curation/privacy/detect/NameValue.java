package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Whether words with a capital can be the name of somebody as a whole: the value of a form or of JSON, or the line that signs a letter. */
final class NameValue {
    private static final int MOST_WORDS = 4;
    private static final int MOST_SHOUTED = 3;
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.MADE | Lexicon.ORGANISATION;

    /** Keys that a person stands under, or what is no name at all. */
    private static final Set<String> OF_PEOPLE =
            Phrases.of("passenger|passengers|guest|guests|attendee|attendees|participant"
                    + "|participants|patient|caller|callee|payee|payer|beneficiary|traveler|traveller|travelers|emergencycontact|spouse"
                    + "|tenant|landlord|insured|claimant|applicant|candidate|student|teacher|doctor|physician|nurse|driver|employee"
                    + "|invitee|invitees|husband|wife|mother|father|child|partner|witness|signatory");

    /** Keys that a team, a place or a date may as well stand under. */
    private static final Set<String> OF_MANY = Phrases.of(
            "holder|contact|owner|author|authors|from|to|assignee|reporter|reviewer|reviewers"
                    + "|customer|client|manager|host|buyer|seller|organizer|organiser|speaker|approver|requester|requestor|supervisor"
                    + "|signedby|salesrep|salesperson|accountmanager|casemanager|caseworker|technician|preparedby|authorizedby|authorisedby|verifiedby"
                    + "|receivedby|issuedby|completedby|escalatedto|pointofcontact|teamlead|instructor|mentor|members|employees|customers|clients|owners"
                    + "|assignees|contacts|managers|approvers|signers|tenants|students|patients|drivers|candidates|applicants|createdby|updatedby|submittedby|approvedby|assignedto|reportedby|requestedby|bookedfor|bookedby|user|member|sender|recipient|recipients");

    private static final Set<String> PARTS = Set.of("first", "last", "given", "family", "nom", "nombre", "nome");

    private static final Set<String> OF_FAMILIES = Set.of("last", "family");

    /** Of these a table of things may have a column. */
    private static final Set<String> OF_TABLES =
            Set.of("from", "to", "host", "holder", "user", "contact", "contacts", "member", "members");

    private NameValue() {}

    /** Whether the text under a JSON key is one. */
    static boolean isUnder(String label, Words words) {
        if (label.isEmpty() || words.count() == 0 || words.count() > MOST_WORDS) {
            return false;
        }
        String key = Label.plain(label);
        int end = words.count();
        if (PARTS.contains(key)) {
            return end == 1
                    && (isPart(words, 0)
                            || isGiven(words, 0, key)
                            || (OF_FAMILIES.contains(key) && isSurname(words, 0)));
        }
        if (OF_PEOPLE.contains(key)) {
            return (end == 1 && isPart(words, 0))
                    || (end > 1 && areNamed(words, 0, end))
                    || areShouted(words, end)
                    || isTicket(words, end);
        }
        return OF_MANY.contains(key) && (areFull(words, 0, end) || areShouted(words, end));
    }

    /** Whether somebody stands in a column of a table; from and to there are times and places. */
    static boolean isColumn(String column) {
        return OF_PEOPLE.contains(column) || (OF_MANY.contains(column) && !OF_TABLES.contains(column));
    }

    /** M MUSTERMANN, ERIKA MUSTERMANN: an initial or a given name and a word of no English, as cards and tickets have them. */
    private static boolean areShouted(Words words, int end) {
        int last = end - 1;
        boolean first = words.written(0) == Words.Case.INITIAL
                || (words.written(0) == Words.Case.CAPITALS && words.is(0, GIVENS));
        return end > 1
                && end <= MOST_SHOUTED
                && first
                && words.written(last) == Words.Case.CAPITALS
                && words.end(last) - words.start(last) > 2
                && !words.is(last, NEVER)
                && (words.is(last, SURNAMES) || !words.isEnglish(last))
                && (words.adjoins(0) || words.behind(0).equals(". "));
    }

    /** MONTALVO/HANNA: the surname first, as tickets have it. */
    private static boolean isTicket(Words words, int end) {
        return end == 2
                && words.written(0) == Words.Case.CAPITALS
                && words.written(1) == Words.Case.CAPITALS
                && words.behind(0).equals("/")
                && (words.is(0, SURNAMES) || words.is(1, GIVENS));
    }

    /** A given name that a dictionary has too: Peter; as FHIR has them, whatever else they are. */
    private static boolean isGiven(Words words, int word, String key) {
        return words.written(word) == Words.Case.CAPITAL
                && words.is(word, key.equals("given") ? GIVENS : Lexicon.GIVEN)
                && !words.is(word, NEVER | Lexicon.COMMON | Lexicon.BETTER_KNOWN)
                && words.standsFree(word);
    }

    /** One word that is a name or that nobody knows. */
    private static boolean isPart(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && !words.is(word, NEVER | Lexicon.COMMON)
                && !words.isEnglish(word)
                && (words.is(word, GIVENS | SURNAMES) || NameParts.isUnknown(words, word))
                && words.standsFree(word);
    }

    /** A surname, whatever else it is. */
    private static boolean isSurname(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && !words.is(word, NEVER | Lexicon.COMMON)
                && words.is(word, SURNAMES)
                && words.standsFree(word);
    }

    /** Two words or more of which one is a name or unknown, where a person is meant. */
    static boolean areNamed(Words words, int from, int end) {
        return end - from > 1
                && arePossible(words, from, end)
                && (words.is(from, GIVENS) || words.is(end - 1, SURNAMES) || areUnknown(words, from, end))
                && PlaceDetector.listed(words, from) < end;
    }

    /** A given name or an unknown word, and a surname or an unknown word behind it. */
    static boolean areFull(Words words, int from, int end) {
        return end - from > 1
                && arePossible(words, from, end)
                && isFirst(words, from)
                && isLast(words, end - 1)
                && (words.is(from, GIVENS) || !words.isEnglish(end - 1))
                && !words.is(from, Lexicon.COMMON | Lexicon.BETTER_KNOWN)
                && !words.is(end - 1, Lexicon.COMMON | Lexicon.STREET_BEHIND)
                && PlaceDetector.listed(words, from) == from;
    }

    private static boolean areUnknown(Words words, int from, int end) {
        return NameParts.isUnknown(words, from) && NameParts.isUnknown(words, end - 1);
    }

    private static boolean isFirst(Words words, int word) {
        return words.is(word, GIVENS) || NameParts.isUnknown(words, word);
    }

    private static boolean isLast(Words words, int word) {
        return words.is(word, SURNAMES) || NameParts.isUnknown(words, word);
    }

    private static boolean arePossible(Words words, int from, int end) {
        for (int word = from; word < end; word++) {
            boolean part = words.written(word) == Words.Case.CAPITAL
                    || (word > from && words.written(word) == Words.Case.INITIAL)
                    || (word > from && word + 1 < end && words.is(word, Lexicon.PARTICLE));
            if (!part || words.is(word, NEVER) || (word + 1 < end && !words.adjoins(word))) {
                return false;
            }
        }
        return true;
    }

    /** Whether they are the line below the greeting that ends a letter. */
    static boolean areSigned(Words words, int from, int end, Cues cues) {
        boolean below = from > 0 && words.behind(from - 1).indexOf('\n') >= 0;
        boolean line = end == words.count() || words.behind(end - 1).indexOf('\n') >= 0;
        return below && line && areNamed(words, from, end) && cues.endWith(NameCues.CLOSED);
    }
}
