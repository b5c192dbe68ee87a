package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/**
 * Firms and other bodies that tell who somebody is: whoever has a legal form behind the name (Acme Ltd, Muster GmbH), and
 * whom somebody works for, leads or has founded. Products, brands and firms named otherwise stay: agents work with them.
 */
public final class OrganisationDetector implements Detector {
    private static final String TYPE = "ORGANIZATION";
    private static final int MOST_WORDS = 6;

    /** Fewer capitals alone are rather the code of an airport, a state or a currency. */
    private static final int LEAST_CAPITALS = 4;

    @Override
    public double score() {
        return 0.8;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (OrganisationWords.isLabel(label) && NameCues.isNameLike(text) && OrganisationWords.isName(text)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        Words words = scan.words();
        int word = 0;
        while (word < words.count()) {
            int end = begins(words, word) ? end(scan, words, word) : word;
            if (end > word) {
                accept(text, words.start(word), words.end(end - 1), sink);
            }
            word = Math.max(word + 1, end);
        }
    }

    private static boolean begins(Words words, int word) {
        boolean inside = word > 0
                && words.isCapital(word - 1)
                && words.adjoins(word - 1)
                && !words.is(word - 1, Lexicon.NO_NAME)
                && !words.isFirst(word - 1);
        return (words.isCapital(word) || words.written(word) == Words.Case.MIXED)
                && !inside
                && !words.is(word, Lexicon.NO_NAME)
                && words.standsFree(word);
    }

    /** Index after the last word of the name that begins here; the index itself, if none does. */
    private static int end(Scan scan, Words words, int word) {
        int end = run(words, word);
        int form = formEnd(scan.text(), words, word, end);
        int letterhead = form > word ? form : Letterhead.firmEnd(scan, words, word);
        if (letterhead > word) {
            return letterhead;
        }
        int house =
                Math.max(FirmContext.houseEnd(words, word, end), House.end(words, word, houseRun(words, word, end)));
        if (house > word) {
            return house;
        }
        boolean firm = FirmContext.isPartnership(words, word, end)
                || (!isKnownOtherwise(words, word, end)
                        && (isWorkedFor(scan, words, word)
                                || isOfAFirm(words, word, end)
                                || FirmContext.is(scan, words, word, end)));
        return firm && !CodeName.isIdentifier(scan.text(), words.start(word), words.end(end - 1)) ? end : word;
    }

    /** St. Mary's Hospital: over a stop behind "St" and the s of a genitive. */
    private static int houseRun(Words words, int first, int runEnd) {
        int end = runEnd;
        boolean more = true;
        while (more && end < words.count() && end - first < MOST_WORDS) {
            String gap = words.behind(end - 1);
            boolean saint = gap.equals(". ") && words.folded(end - 1).equals("st");
            boolean genitive = (gap.equals("'") || gap.equals("\u2019"))
                    && words.folded(end).equals("s");
            boolean behind = words.folded(end - 1).equals("s") && gap.equals(" ");
            more = genitive || ((saint || behind || gap.equals(" ")) && words.isCapital(end));
            end += more ? 1 : 0;
        }
        return end;
    }

    /** Words with a capital, an "and" or a comma between those of a name of partners. */
    private static int run(Words words, int first) {
        int end = first + 1;
        while (end < words.count() && end - first < MOST_WORDS) {
            String gap = words.behind(end - 1);
            boolean joined = gap.equals(" ") || gap.equals(" & ") || (gap.equals(". ") && isShort(words, end - 1));
            if (joined && isPart(words, end)) {
                end++;
            } else if (isPartners(words, end)) {
                end += 2;
            } else if (gap.equals(", ")
                    && end + 2 < words.count()
                    && isPart(words, end)
                    && isPartners(words, end + 1)) {
                end += 3;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isShort(Words words, int word) {
        return words.written(word) == Words.Case.INITIAL;
    }

    private static boolean isPart(Words words, int word) {
        return words.isCapital(word)
                || words.written(word) == Words.Case.INITIAL
                || words.written(word) == Words.Case.MIXED
                || (words.is(word, Lexicon.PARTICLE) && word + 1 < words.count() && words.isCapital(word + 1));
    }

    /** "and" and another word with a capital. */
    private static boolean isPartners(Words words, int word) {
        return word + 1 < words.count()
                && words.adjoins(word - 1)
                && words.folded(word).equals("and")
                && words.adjoins(word)
                && words.isCapital(word + 1);
    }

    /** Index after the legal form that ends the name; the index of its first word, if none does. */
    private static int formEnd(String text, Words words, int first, int end) {
        for (int word = end - 1; word > first; word--) {
            if (isForm(text, words, word)) {
                return word + 1;
            }
        }
        String gap = words.behind(end - 1);
        boolean joined = gap.equals(" ") || gap.equals(", ") || gap.equals(" & ");
        int within = end - 1 > first ? DottedForm.end(text, words, end - 1) : end - 1;
        if (within >= end) {
            return within;
        }
        int behind = joined ? DottedForm.end(text, words, end) : end;
        if (behind > end) {
            return behind;
        }
        return end < words.count() && joined && isForm(text, words, end) && words.isCapital(end) ? end + 1 : first;
    }

    private static boolean isForm(String text, Words words, int word) {
        if (!words.is(word, Lexicon.FIRM_FORM) || FormWord.is(text, words, word)) {
            return false;
        }
        String written = text.substring(words.start(word), words.end(word));
        return OrganisationWords.isForm(written, words.folded(word))
                || (OrganisationWords.isKind(words.folded(word)) && isOfPartners(words, word));
    }

    /** Keller Group, Garcia-Mendes Group, Keller and Sons. */
    private static boolean isOfPartners(Words words, int word) {
        int name = word > 1 && words.folded(word - 1).equals("and") ? word - 2 : word - 1;
        return (words.form(name).first() & Lexicon.SURNAME) != 0;
    }

    /** What is a place or begins as the name of somebody does. */
    private static boolean isKnownOtherwise(Words words, int word, int end) {
        boolean place = PlaceDetector.listed(words, word) == end;
        boolean given = words.is(word, Lexicon.GIVEN) && end - word < 3 && !words.is(word, Lexicon.MADE);
        boolean code = end - word == 1
                && words.written(word) == Words.Case.CAPITALS
                && words.end(word) - words.start(word) < LEAST_CAPITALS;
        return code || place || given || words.is(word, Lexicon.TITLE) || Peoples.is(words.folded(word));
    }

    private static boolean isWorkedFor(Scan scan, Words words, int word) {
        int before = word - 1;
        if (before < 0 || !words.is(before, Lexicon.BEFORE_FIRM) || OrganisationWords.isNoFirm(words.folded(word))) {
            return false;
        }
        boolean called = isGap(words.behind(before)) && FirmContext.isCalled(scan, words, word);
        return called || (words.behind(before).equals(", ") && FirmContext.isOwn(scan, words, word));
    }

    private static boolean isGap(String gap) {
        return gap.equals(" ") || gap.equals(": ") || gap.equals(":** ") || gap.equals(":");
    }

    /** The Acme office. */
    private static boolean isOfAFirm(Words words, int word, int end) {
        return word > 0
                && words.folded(word - 1).equals("the")
                && words.adjoins(end - 1)
                && OrganisationWords.isOfAFirm(words.folded(end));
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding(TYPE, start, end, Folded.of(text.substring(start, end))));
    }
}
