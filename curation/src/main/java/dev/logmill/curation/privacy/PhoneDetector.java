package dev.logmill.curation.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Phone numbers: 7 to 15 digits (ITU-T E.164).
 *
 * <p>With a plus, or with {@code 00} and in groups, a number is one where libphonenumber says that some country has it, or
 * where it is long enough to be meant so. In a national form it must be called a phone, by a word beside it or by the JSON
 * key that it stands under; or be written as only phones are, with an area code in brackets, a leading zero in groups or
 * as 202-555-0143, and one of the {@linkplain #REGIONS regions} must have it. Dates, amounts, versions, plain ids, and what
 * is called an order or an item are none.
 */
final class PhoneDetector implements Detector {
    private static final List<String> REGIONS =
            List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "PL", "SE", "IN", "BR", "CA", "AU", "SG", "KR", "ZA");

    private static final int LEAST = 7;

    /** Of a number in groups that is called a phone: one within a small town. */
    private static final int LEAST_CALLED = 6;

    private static final int MOST = 15;

    /** A run of more digits without a plus is rather a time in milliseconds or an id, even behind a cue. */
    private static final int MOST_PLAIN = 12;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= LEAST_CALLED;
    }

    @Override
    public void find(String text, String label, Consumer<Finding> sink) {
        boolean labelled = PhoneCues.isLabel(label);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c > '9' || !(c == '+' || c == '(' || Letters.isDigit(c)) || isInside(text, i)) {
                i++;
                continue;
            }
            PhoneCandidate candidate = PhoneCandidate.at(text, i);
            int end = candidate.isTable() ? -1 : check(text, candidate, labelled, sink);
            i = Math.max(i + 1, end > 0 ? end : candidate.end());
        }
    }

    /** Whether a word goes on here, or what has words and dashes or dots in it: a UUID, a file name, an amount. */
    private static boolean isInside(String text, int at) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        boolean joined = before == '-' || before == '.';
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

    /** Where the phone ends that the candidate is or begins with; -1 where it is none. */
    private static int check(String text, PhoneCandidate candidate, boolean labelled, Consumer<Finding> sink) {
        boolean cue = labelled || PhoneCues.around(text, candidate.start(), extensionEnd(text, candidate.end()));
        // What stands behind a phone, as a date or a card may, is no part of it: the longest that is a phone counts.
        for (int groups = candidate.groups(); groups > 0; groups--) {
            int digits = candidate.digits(groups);
            int end = candidate.ends().get(groups - 1);
            int least = cue && isShort(text, candidate, groups) ? LEAST_CALLED : LEAST;
            boolean fits = digits >= least && digits <= MOST && !goesOn(text, end);
            Optional<String> value = fits ? value(text, candidate, groups, cue) : Optional.empty();
            if (value.isPresent()) {
                int behind = extensionEnd(text, end);
                sink.accept(new Finding("PHONE", candidate.start(), behind, value.get()));
                return behind;
            }
        }
        return -1;
    }

    /** Two digits each with spaces between; with another mark they could be a date. */
    private static boolean isShort(String text, PhoneCandidate candidate, int groups) {
        return groups == 3
                && groups == candidate.groups()
                && candidate.longest() == 2
                && text.charAt(candidate.ends().get(0)) == ' '
                && text.charAt(candidate.ends().get(1)) == ' ';
    }

    private static Optional<String> value(String text, PhoneCandidate candidate, int groups, boolean cue) {
        String written = text.substring(candidate.start(), candidate.ends().get(groups - 1));
        String digits = DigitGroups.digits(written, 0, written.length());
        if (candidate.international() || (cue && written.startsWith("00"))) {
            String plus = "+" + (candidate.plus() ? digits : digits.substring(2));
            // A number that no country has is often one made up, and is kept back if nothing but a phone looks like it.
            boolean meant = groups == candidate.groups() && (cue || (candidate.plus() && digits.length() >= 10));
            return known(plus, "ZZ").or(() -> meant ? Optional.of(plus) : Optional.empty());
        }
        if (isDate(written) || (groups == 1 && digits.length() > MOST_PLAIN)) {
            return Optional.empty();
        }
        if (!cue && !isWrittenAsPhone(candidate, groups, digits)) {
            return Optional.empty();
        }
        for (String region : REGIONS) {
            Optional<String> known = known(written, region);
            if (known.isPresent()) {
                return known;
            }
        }
        return cue && groups == candidate.groups() ? Optional.of(digits) : Optional.empty();
    }

    private static boolean isWrittenAsPhone(PhoneCandidate candidate, int groups, String digits) {
        boolean trunk = digits.startsWith("0") && groups >= 3 && candidate.longest() <= 8 && digits.length() >= 9;
        return groups > 1
                && digits.length() <= MOST_PLAIN
                && (candidate.bracket() || trunk || candidate.isNorthAmerican(groups));
    }

    /** The number in the form of E.164, where the region has it. */
    private static Optional<String> known(String written, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(written, region);
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noNumberThere) {
            return Optional.empty();
        }
    }

    /** Year, month and day in some order, with or without a time behind. */
    private static boolean isDate(String written) {
        String[] parts = written.split("[-./ \u2010\u2011\u2012\u2013]", 4);
        return parts.length >= 3
                && ((isYear(parts[0]) && parts[1].length() <= 2 && parts[2].length() <= 2)
                        || (parts[0].length() <= 2 && parts[1].length() <= 2 && isYear(parts[2])));
    }

    private static boolean isYear(String part) {
        return part.length() == 4 && (part.startsWith("19") || part.startsWith("20"));
    }

    /** Whether a word, a decimal, a time or a UUID goes on behind; an extension does not. */
    private static boolean goesOn(String text, int end) {
        if (end == text.length() || extensionEnd(text, end) > end) {
            return false;
        }
        char c = text.charAt(end);
        boolean joined = (c == '-' || c == ':') && end + 1 < text.length();
        boolean wordBehind = joined && Letters.wordAt(text, end + 1) && hasDigit(text, end + 1);
        boolean decimal = (c == '.' || c == ',') && Letters.digitAt(text, end + 1);
        return Letters.isWord(c)
                || "%*^=€$£".indexOf(c) >= 0
                || (wordBehind && !Letters.digitAt(text, end + 1))
                || decimal
                || (c == ':' && Letters.digitAt(text, end + 1));
    }

    private static boolean hasDigit(String text, int start) {
        for (int i = start; Letters.wordAt(text, i) && i - start < 12; i++) {
            if (Letters.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Behind an extension such as {@code x92556} or {@code ext. 12}; here where there is none. */
    private static int extensionEnd(String text, int end) {
        int i = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        int mark = text.regionMatches(true, i, "ext", 0, 3) ? 3 : text.regionMatches(true, i, "x", 0, 1) ? 1 : 0;
        if (mark == 0) {
            return end;
        }
        i += mark;
        while (i < text.length() && i - end < 7 && (text.charAt(i) == '.' || text.charAt(i) == ' ')) {
            i++;
        }
        int digits = i;
        while (Letters.digitAt(text, i)) {
            i++;
        }
        return i > digits && i - digits <= 6 ? i : end;
    }
}
