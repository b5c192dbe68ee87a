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

    private NumberingPlans() {}

    /** A number with a plus, where some country has it. */
    static Optional<String> international(String written) {
        return known(written, "ZZ");
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
