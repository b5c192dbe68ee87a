package dev.logmill.curation.privacy.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** Which phone number a written one is, in the form of E.164, as libphonenumber knows the plans of countries. */
final class NumberingPlans {
    private static final List<String> REGIONS =
            List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "PL", "SE", "IN", "BR", "CA", "AU", "SG", "KR", "ZA");

    /** Digits; no calling code is the beginning of another one. */
    private static final int LONGEST_CALLING_CODE = 3;

    private NumberingPlans() {}

    /** A number in the form of E.164, or nearly so (with a trunk zero), where some country has it. */
    static Optional<String> international(String written) {
        return isValid(written) ? Optional.of(written) : known(written, "ZZ");
    }

    /** Whether these digits behind a plus are a number as they stand: nearly all are, and need not be parsed for it. */
    private static boolean isValid(String written) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (int end = 2; end <= 1 + LONGEST_CALLING_CODE && end < written.length(); end++) {
            int calling = Integer.parseInt(written, 1, end, 10);
            if (numbers.getSupportedCallingCodes().contains(calling)) {
                PhoneNumber number = new PhoneNumber()
                        .setCountryCode(calling)
                        .setNationalNumber(Long.parseLong(written, end, written.length(), 10));
                int zeros = end;
                while (zeros < written.length() - 1 && written.charAt(zeros) == '0') {
                    zeros++;
                }
                if (zeros > end) {
                    number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros - end);
                }
                return numbers.isValidNumber(number);
            }
        }
        return false;
    }

    /** A number in a national form, in the first of the regions that has it. */
    static Optional<String> national(String written) {
        return REGIONS.stream()
                .flatMap(region -> known(written, region).stream())
                .findFirst();
    }

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
}
