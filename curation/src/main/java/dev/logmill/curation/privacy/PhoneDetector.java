package dev.logmill.curation.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Phone numbers. A candidate is 7 to 15 digits that are written as a phone number is: with a plus, with separators, or
 * behind a word such as "call"; libphonenumber then says whether some country has it. Dates, amounts and plain ids are
 * no candidates.
 */
final class PhoneDetector implements Detector {
    private static final List<String> REGIONS =
            List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "PL", "SE", "IN", "BR", "CA", "AU", "SG", "KR", "ZA");
    private static final List<String> CUES = List.of(
            "phone", "tel", "call", "mobile", "cell", "fax", "whatsapp", "sms", "number is", "reach me", "dial");
    private static final int CUE_REACH = 28;

    @Override
    public void find(String text, Consumer<Finding> sink) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean begins = (Letters.isDigit(c) || c == '+' || c == '(') && !Letters.wordBefore(text, i);
            Candidate candidate = begins ? Candidate.at(text, i) : Candidate.NONE;
            if (candidate.digits() >= 7 && candidate.digits() <= 15 && isWrittenAsPhone(text, candidate)) {
                check(text, candidate, sink);
            }
            i = Math.max(i + 1, candidate.end());
        }
    }

    /** Digits with the marks that phone numbers are written with. */
    private record Candidate(int start, int end, int digits, int groups, boolean plus, boolean bracket) {
        static final Candidate NONE = new Candidate(0, 0, 0, 0, false, false);

        static Candidate at(String text, int start) {
            int digits = 0;
            int groups = 0;
            int end = start;
            boolean bracket = false;
            boolean inGroup = false;
            int gap = 0;
            for (int i = start; i < text.length() && gap < 3; i++) {
                char c = text.charAt(i);
                if (Letters.isDigit(c)) {
                    groups += inGroup ? 0 : 1;
                    inGroup = true;
                    digits++;
                    gap = 0;
                    end = i + 1;
                } else if (c == ' '
                        || c == '-'
                        || c == '.'
                        || c == '('
                        || c == ')'
                        || c == '/'
                        || (c == '+' && i == start)) {
                    bracket |= c == '(';
                    inGroup = false;
                    gap++;
                } else {
                    break;
                }
            }
            return new Candidate(start, end, digits, groups, text.charAt(start) == '+', bracket);
        }
    }

    private static boolean isWrittenAsPhone(String text, Candidate candidate) {
        if (Letters.wordAt(text, candidate.end()) && !isExtension(text, candidate.end())) {
            return false;
        }
        if (candidate.plus()) {
            return true;
        }
        String written = text.substring(candidate.start(), candidate.end());
        if (isDate(written) || isAmount(text, candidate)) {
            return false;
        }
        return candidate.bracket() || candidate.groups() >= 3 || hasCue(text, candidate.start());
    }

    private static boolean isExtension(String text, int at) {
        return text.startsWith("x", at) || text.startsWith("ext", at);
    }

    /** Year, month and day in some order, with or without a time behind. */
    private static boolean isDate(String written) {
        String[] parts = written.split("[-./ ]", 4);
        return parts.length >= 3
                && ((parts[0].length() == 4 && parts[1].length() <= 2 && parts[2].length() <= 2)
                        || (parts[0].length() <= 2 && parts[1].length() <= 2 && parts[2].length() == 4));
    }

    private static boolean isAmount(String text, Candidate candidate) {
        char before = candidate.start() > 0 ? text.charAt(candidate.start() - 1) : ' ';
        return before == '$' || before == '€' || before == '£' || before == '#' || before == '.' || before == ',';
    }

    private static boolean hasCue(String text, int start) {
        String before = text.substring(Math.max(0, start - CUE_REACH), start).toLowerCase(Locale.ROOT);
        return CUES.stream().anyMatch(before::contains);
    }

    private static void check(String text, Candidate candidate, Consumer<Finding> sink) {
        String written = text.substring(candidate.start(), candidate.end());
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        List<String> regions = candidate.plus() ? List.of("ZZ") : REGIONS;
        for (String region : regions) {
            try {
                PhoneNumber number = numbers.parse(written, region);
                if (numbers.isValidNumber(number)) {
                    String value = numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
                    sink.accept(new Finding("PHONE", candidate.start(), candidate.end(), value));
                    return;
                }
            } catch (NumberParseException noNumberThere) {
                // Another region may know it.
            }
        }
        if (hasCue(text, candidate.start()) || candidate.plus()) {
            sink.accept(new Finding("PHONE", candidate.start(), candidate.end(), written.replaceAll("[^0-9+]", "")));
        }
    }
}
