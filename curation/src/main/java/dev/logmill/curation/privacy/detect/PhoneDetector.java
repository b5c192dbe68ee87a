package dev.logmill.curation.privacy.detect;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Phone numbers: 7 to 15 digits (ITU-T E.164).
 *
 * <p>With a plus, or with {@code 00} and in groups, a number is one where libphonenumber says that some country has it, or
 * where it is long enough to be meant so. In a national form it must be called a phone, by a word beside it or by the JSON
 * key that it stands under; or be written as only phones are, with an area code in brackets, a leading zero in groups or
 * as 202-555-0143, or {@linkplain MobileForm mobiles alone}, or stand alone below a name, and one of the {@linkplain NumberingPlans regions} must have it. Dates, amounts, versions, plain ids, and what
 * is called an order or an item are none.
 */
public final class PhoneDetector implements Detector {
    private static final int LEAST = 7;

    /** Chars of what is drawn without a letter between. */
    private static final int LONGEST_DRAWN = 60;

    /** Of a number in groups that is called a phone: one within a small town. */
    private static final int LEAST_CALLED = 6;

    private static final int MOST = 15;

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
        boolean labelled = Label.of(label).isPhone() || PhoneParty.is(scan, label);
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
    /** The numbers of a path that is drawn: behind a letter and decimals, {@code c79.5 0 144-64.5 144}. */
    private static boolean isOfPath(String text, int at) {
        int start = at - 1;
        while (start > 0 && at - start < LONGEST_DRAWN && "0123456789.,- ".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        String numbers = text.substring(start, at);
        boolean command = start > 0 && "MmLlHhVvCcSsQqTtAaZz".indexOf(text.charAt(start - 1)) >= 0;
        return command
                && !numbers.startsWith(" ")
                && numbers.indexOf('.') > 0
                && (start < 2 || !Letters.wordBefore(text, start - 1) || Letters.digitAt(text, start - 2));
    }

    private static boolean isInside(String text, int at) {
        if (at == 0) {
            return false;
        }
        if (text.charAt(at - 1) == ' ' && isOfPath(text, at)) {
            return true;
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
        PhoneCues.Said before = PhoneCues.before(text, candidate.start());
        boolean cue = labelled
                || another
                || before == PhoneCues.Said.PHONE
                || PhoneCues.behind(text, PhoneEnd.behindExtension(text, candidate.end()));
        if (!cue && (OtherDigits.areBytes(text, candidate) || OtherDigits.areTime(text, candidate))) {
            return -1;
        }
        Optional<String> mobile =
                cue || isOther(text, candidate, before) ? Optional.empty() : MobileForm.value(text, candidate);
        if (mobile.isPresent()) {
            return list.add(candidate.start(), candidate.end(), mobile.get());
        }
        // What stands behind a phone, as a date or a card may, is no part of it: the longest that is a phone counts.
        for (int groups = candidate.groups(); groups > 0; groups--) {
            boolean few = (another && isSpaced(text, candidate, groups)) || (cue && isShort(text, candidate, groups));
            int least = few ? LEAST_CALLED : LEAST;
            boolean fits = candidate.digits(groups) >= least && fits(text, candidate, groups);
            Optional<String> value = fits ? PhoneValue.of(text, candidate, groups, cue) : Optional.empty();
            if (value.isPresent()) {
                return list.add(candidate.start(), candidate.end(groups), value.get());
            }
        }
        return -1;
    }

    private static boolean isOther(String text, PhoneCandidate candidate, PhoneCues.Said before) {
        return PhoneEnd.goesOn(text, candidate.end())
                || before == PhoneCues.Said.OTHER
                || PhoneCues.isCalledOtherwise(text, candidate.start());
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
}
