package dev.logmill.curation.privacy.detect;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Phone numbers: 7 to 15 digits (ITU-T E.164).
 *
 * <p>With a plus, or with {@code 00} and in groups, a number is one where libphonenumber says that some country has it, or
 * where it is long enough to be meant so. In a national form it must be called a phone, by a word beside it or by the JSON
 * key that it stands under; or be written as only phones are, with an area code in brackets, a leading zero in groups or
 * as 202-555-0143, or stand alone below a name, and one of the {@linkplain NumberingPlans regions} must have it. Dates, amounts, versions, plain ids, and what
 * is called an order or an item are none.
 */
public final class PhoneDetector implements Detector {
    private static final int LEAST = 7;

    /** Of a number in groups that is called a phone: one within a small town. */
    private static final int LEAST_CALLED = 6;

    private static final int LEAST_SIGNED = 9;

    private static final int MOST = 15;

    /** A run of more digits without a plus is rather a time in milliseconds or an id, even behind a cue. */
    private static final int MOST_PLAIN = 12;

    /** Chars between two groups at most: a bracket, two marks, a bracket. */
    private static final int WIDEST_GAP = 4;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= LEAST_CALLED;
    }

    /** As precise as on labelled texts of many countries: numbers of other kinds look like phones. */
    @Override
    public double score() {
        return 0.82;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        boolean labelled = Label.of(label).isPhone();
        PhoneList list = new PhoneList(scan.text(), sink);
        int from = 0;
        int run = 0;
        while (run < scan.runs()) {
            int chain = run + 1;
            int digits = scan.length(run);
            while (chain < scan.runs() && isGap(scan.text(), scan.end(chain - 1), scan.start(chain))) {
                digits += scan.length(chain++);
            }
            while (run < chain && digits >= LEAST_CALLED) {
                from = find(scan.text(), scan.start(run), from, labelled, list);
                run++;
            }
            run = chain;
        }
    }

    /** Whether nothing but marks stands between two runs of digits, as may between the groups of one phone. */
    private static boolean isGap(String text, int from, int to) {
        boolean marks = to - from <= WIDEST_GAP;
        for (int i = from; marks && i < to; i++) {
            char c = text.charAt(i);
            marks = PhoneCandidate.isMark(c) || c == '(' || c == ')';
        }
        return marks;
    }

    /** Looks for a phone whose first digit is here and that begins no earlier than a place; gives the place to go on at. */
    private static int find(String text, int digit, int earliest, boolean labelled, PhoneList list) {
        int from = earliest;
        for (int at = Math.max(from, digit - 2); at <= digit; at++) {
            boolean begins = at == digit || (at >= 0 && isOpening(text, at, digit));
            if (begins && at >= from && !isInside(text, at)) {
                PhoneCandidate candidate = PhoneCandidate.at(text, at);
                int end = candidate.isTable() ? -1 : check(text, candidate, labelled, list);
                from = Math.max(at + 1, end > 0 ? end : candidate.end());
            }
        }
        return from;
    }

    /** Whether there is nothing but a plus and a bracket from here to the digit. */
    private static boolean isOpening(String text, int at, int digit) {
        return at == digit - 1
                ? text.charAt(at) == '+' || text.charAt(at) == '('
                : text.charAt(at) == '+' && text.charAt(at + 1) == '(';
    }

    /** Whether a word goes on here, or what has words and dashes or dots in it: a UUID, a file name, an amount. */
    private static boolean isInside(String text, int at) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        boolean joined = before == '-' || before == '.';
        if (text.charAt(at) == '(' && before == ',') {
            return false;
        }
        boolean word = Letters.wordBefore(text, at)
                || (joined && at > 1 && Letters.wordBefore(text, at - 1) && text.charAt(at) != '+');
        return word || (text.charAt(at) != '+' && "$€£#.,*=^".indexOf(before) >= 0 && !isField(text, at));
    }

    /** Behind a comma that parts fields, or an equals sign that a name stands before. */
    private static boolean isField(String text, int at) {
        char before = text.charAt(at - 1);
        boolean digitBefore = Letters.digitAt(text, at - 2);
        return (before == ',' || before == '=') && !digitBefore;
    }

    /** Where the phone, or else the decimal, ends that the candidate is or begins with; -1 where it is none. */
    private static int check(String text, PhoneCandidate candidate, boolean labelled, PhoneList list) {
        if (!fits(text, candidate) || candidate.isDate()) {
            return -1;
        }
        if (candidate.isDecimal()) {
            return candidate.end(2);
        }
        boolean another = list.goesOn(candidate.start());
        boolean cue = labelled
                || another
                || PhoneCues.around(text, candidate.start(), PhoneEnd.behindExtension(text, candidate.end()));
        // What stands behind a phone, as a date or a card may, is no part of it: the longest that is a phone counts.
        for (int groups = candidate.groups(); groups > 0; groups--) {
            boolean few = (another && isSpaced(text, candidate, groups)) || (cue && isShort(text, candidate, groups));
            int least = few ? LEAST_CALLED : LEAST;
            boolean fits = candidate.digits(groups) >= least && fits(text, candidate, groups);
            Optional<String> value = fits ? value(text, candidate, groups, cue) : Optional.empty();
            if (value.isPresent()) {
                return list.add(candidate.start(), candidate.end(groups), value.get());
            }
        }
        return -1;
    }

    /** Whether any of its first groups could be a phone, whatever is said of them. */
    private static boolean fits(String text, PhoneCandidate candidate) {
        for (int groups = candidate.groups(); groups > 0; groups--) {
            if (fits(text, candidate, groups)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String text, PhoneCandidate candidate, int groups) {
        int digits = candidate.digits(groups);
        return digits >= LEAST_CALLED && digits <= MOST && !PhoneEnd.goesOn(text, candidate.end(groups));
    }

    /** Two digits each with spaces between; with another mark they could be a date. */
    private static boolean isShort(String text, PhoneCandidate candidate, int groups) {
        return groups == 3
                && groups == candidate.groups()
                && candidate.longest() == 2
                && text.charAt(candidate.end(1)) == ' '
                && text.charAt(candidate.end(2)) == ' ';
    }

    private static boolean isSpaced(String text, PhoneCandidate candidate, int groups) {
        return groups == 2 && text.charAt(candidate.end(1)) == ' ';
    }

    private static Optional<String> value(String text, PhoneCandidate candidate, int groups, boolean cue) {
        boolean international = candidate.international() || (cue && text.startsWith("00", candidate.start()));
        if (!international
                && !cue
                && !isWrittenAsPhone(candidate, groups)
                && !isSigned(text, candidate, groups)
                && !isPerhaps(text, candidate, groups)) {
            return Optional.empty();
        }
        String written = text.substring(candidate.start(), candidate.end(groups));
        String digits = DigitGroups.digits(written, 0, written.length());
        if (international) {
            String plus = "+" + (candidate.plus() ? digits : digits.substring(2));
            // A number that no country has is often one made up, and is kept back if nothing but a phone looks like it.
            // No code of a country begins with zero, so that digits in a row behind it are rather an alphabet.
            boolean alphabet = candidate.groups() == 1 && digits.startsWith("0");
            boolean meant =
                    groups == candidate.groups() && (cue || (candidate.plus() && digits.length() >= 10 && !alphabet));
            return NumberingPlans.international(plus).or(() -> meant ? Optional.of(plus) : Optional.empty());
        }
        if ((!cue && PhoneCues.isCalledOtherwise(text, candidate.start()))
                || WrittenDate.is(written)
                || (groups == 1 && digits.length() > MOST_PLAIN)) {
            return Optional.empty();
        }
        Optional<String> known = NumberingPlans.national(written);
        if (known.isPresent()) {
            return known;
        }
        return cue && groups == candidate.groups() ? Optional.of(digits) : Optional.empty();
    }

    /** With the zero of a national form, alone in its line below somebody's name. */
    private static boolean isSigned(String text, PhoneCandidate candidate, int groups) {
        return groups == candidate.groups()
                && text.charAt(candidate.start()) == '0'
                && candidate.digits(groups) >= LEAST_SIGNED
                && PhoneCues.isUnderName(text, candidate.start(), candidate.end(groups));
    }

    /** Long enough, behind a word that says so or something else. */
    private static boolean isPerhaps(String text, PhoneCandidate candidate, int groups) {
        return groups == candidate.groups()
                && candidate.digits(groups) >= LEAST_SIGNED
                && PhonePhrases.isPerhaps(text, candidate.start());
    }

    private static boolean isWrittenAsPhone(PhoneCandidate candidate, int groups) {
        int digits = candidate.digits(groups);
        boolean trunk = candidate.trunk() && groups >= 3 && candidate.longest() <= 8 && digits >= 9;
        return groups > 1
                && digits <= MOST_PLAIN
                && !candidate.isRow(groups)
                && (candidate.bracket() || trunk || candidate.isNorthAmerican(groups));
    }
}
