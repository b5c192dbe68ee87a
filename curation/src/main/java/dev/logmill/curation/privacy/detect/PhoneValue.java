package dev.logmill.curation.privacy.detect;

import java.util.Optional;

/** Which number the first groups of a {@link PhoneCandidate} are: in the form of E.164, or its digits where no country has it. */
final class PhoneValue {
    private static final int LEAST_SIGNED = 9;

    /** A run of more digits without a plus is rather a time in milliseconds or an id, even behind a cue. */
    private static final int MOST_PLAIN = 12;

    private PhoneValue() {}

    /**
     * The number, where a country has it or it is called a phone.
     *
     * @param cue whether it is called so
     */
    static Optional<String> of(String text, PhoneCandidate candidate, int groups, boolean cue) {
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
        if ((!cue && PhoneCues.isCalledOtherwise(text, candidate.start())) || WrittenDate.is(written)) {
            return Optional.empty();
        }
        if (groups == 1 && digits.length() > MOST_PLAIN) {
            // As programs keep it, with the code of the country and no plus.
            return NumberingPlans.international("+" + digits);
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
