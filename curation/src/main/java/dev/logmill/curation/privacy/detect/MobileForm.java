package dev.logmill.curation.privacy.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers of mobiles in fewer groups than {@link PhoneDetector} asks for, which a country writes so and hardly anything else is
 * written as: 0171 4839201, 07911 123456, 06-12345678, 8 916 123-45-67. In a sentence, or alone, they need no word that calls
 * them so.
 *
 * @param region whose numbers they are
 * @param prefix what their digits begin with
 * @param groups digits of each group
 */
record MobileForm(String region, String prefix, List<Integer> groups) {
    private static final List<MobileForm> ALL = List.of(
            new MobileForm("GB", "07", List.of(5, 6)),
            new MobileForm("DE", "01", List.of(4, 7)),
            new MobileForm("DE", "01", List.of(4, 8)),
            new MobileForm("DE", "01", List.of(5, 6)),
            new MobileForm("DE", "01", List.of(5, 7)),
            new MobileForm("NL", "06", List.of(2, 8)),
            new MobileForm("SE", "07", List.of(3, 7)),
            new MobileForm("IE", "08", List.of(3, 7)),
            new MobileForm("PK", "03", List.of(4, 7)),
            new MobileForm("BR", "", List.of(2, 5, 4)),
            new MobileForm("RU", "8", List.of(1, 3, 3, 2, 2)),
            new MobileForm("RU", "8", List.of(1, 3, 7)));
    private static final Set<PhoneNumberType> MOBILE =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** Words of a line that make it a sentence. */
    private static final int LEAST_WORDS = 2;

    private static final int REACH = 80;

    /** The number in the form of E.164, where the whole candidate is one. */
    static Optional<String> value(String text, PhoneCandidate candidate) {
        return ALL.stream()
                .filter(form -> form.fits(text, candidate))
                .flatMap(form -> form.number(text, candidate).stream())
                .findFirst();
    }

    private boolean fits(String text, PhoneCandidate candidate) {
        return candidate.hasLengths(groups) && text.startsWith(prefix, candidate.start());
    }

    private Optional<String> number(String text, PhoneCandidate candidate) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text.substring(candidate.start(), candidate.end()), region);
            boolean mobile = numbers.isValidNumber(number)
                    && MOBILE.contains(numbers.getNumberType(number))
                    && isSaid(text, candidate.start(), candidate.end());
            return mobile
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noNumberThere) {
            return Optional.empty();
        }
    }

    /** Whether it is all there is, or words stand in its line: rows of a table have other numbers. */
    private static boolean isSaid(String text, int start, int end) {
        if (text.length() == end - start) {
            return true;
        }
        int from = Letters.lineStart(text, start, REACH);
        int to = Letters.lineEnd(text, end, REACH);
        return words(text, from, start) + words(text, end, to) >= LEAST_WORDS;
    }

    /** Words of small letters between two indices. */
    private static int words(String text, int from, int to) {
        int words = 0;
        int letters = 0;
        for (int i = from; i <= to; i++) {
            boolean letter = i < to && Character.isLetter(text.charAt(i));
            words += !letter && letters > 1 ? 1 : 0;
            letters = letter ? letters + (Character.isUpperCase(text.charAt(i)) ? 0 : 1) : 0;
        }
        return words;
    }
}
