package dev.logmill.curation.privacy;

import java.util.function.Consumer;

/** Payment cards: 13 to 19 digits, plain or in groups, of a known issuer range and with a right check digit (ISO/IEC 7812). */
final class CardDetector implements Detector {
    @Override
    public void find(String text, Consumer<Finding> sink) {
        DigitRuns.find(text, " -", (digits, start, end) -> {
            if (digits.length() >= 13 && digits.length() <= 19 && isIssued(digits) && luhn(digits)) {
                sink.accept(new Finding("CARD", start, end, digits));
            }
        });
    }

    private static boolean isIssued(String digits) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        boolean visa =
                digits.charAt(0) == '4' && (digits.length() == 13 || digits.length() == 16 || digits.length() == 19);
        boolean mastercard = digits.length() == 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
        boolean amex = digits.length() == 15 && (two == 34 || two == 37);
        boolean diners =
                digits.length() == 14 && (two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059));
        boolean discover = digits.length() >= 16 && (four == 6011 || two == 65 || (four >= 6440 && four <= 6499));
        boolean other = digits.length() >= 16 && (two == 35 || two == 62);
        boolean maestro = two == 50 || (two >= 56 && two <= 58) || two == 60 || two == 63 || two == 67;
        return visa || mastercard || amex || diners || discover || other || maestro;
    }

    /** ISO/IEC 7812-1 annex B. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
