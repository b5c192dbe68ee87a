package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Payment cards: 13 to 19 digits, plain or in groups, of a known issuer range and with a right check digit (ISO/IEC 7812).
 *
 * <p>Groups are those that cards are printed in, whatever numbers stand beside them; other groups are a card where
 * nothing else stands beside them. A number may be glued to a word, as in {@code card4111111111111111}, but not to
 * letters and digits that could be those of a hash or of an id.
 */
public final class CardDetector implements Detector {
    private static final int[][] PRINTED = {{4, 4, 4, 4, 3}, {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}};
    private static final Set<String> GOODS =
            Phrases.of("ean|ean13|ean 13|gtin|gtin 13|gtin 14|isbn|isbn 13|upc|barcode");

    /** Keys of JSON that say of a number that it is one of goods or of an order. */
    private static final Set<String> KEYS = Phrases.of(
            "ean|ean13|gtin|gtin13|gtin14|isbn|isbn13|upc|barcode|sku|order|orderid|orderno|ordernumber|orderreference|orderref"
                    + "|reference|referenceid|referenceno|referencenumber|ref|invoice|invoiceid|invoiceno|invoicenumber|trackingnumber"
                    + "|trackingid|shipmentid|parcelid|timestamp|traceid|spanid|requestid|eventid|messageid|serialnumber");

    private static final Set<String> CARDS = Phrases.of(
            "card|cards|maestro|visa|mastercard|kreditkarte|karte|bankkarte|carte|tarjeta|carta|creditcard|card number|girocard|kaart|karta"
                    + "|cart\u00e3o|kort");

    private static final int LEAST = 13;
    private static final int MOST_GROUPS = 6;
    private static final int MOST_GLUED = 40;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= LEAST;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        int run = 0;
        while (run < scan.runs()) {
            DigitGroups groups = DigitGroups.at(scan, run);
            if (groups.digits() >= LEAST) {
                find(groups, label, sink);
            }
            run += groups.size();
        }
    }

    private static void find(DigitGroups groups, String label, Consumer<Finding> sink) {
        if (groups.size() > 1
                && groups.size() <= MOST_GROUPS
                && groups.length(0) >= 4
                && isCard(groups, 0, groups.size() - 1, label, sink)) {
            return;
        }
        int from = 0;
        while (from < groups.size()) {
            from += Math.max(1, cardFrom(groups, from, label, sink));
        }
    }

    /** How many groups the card has that begins with this one; 0 where none does. */
    private static int cardFrom(DigitGroups groups, int from, String label, Consumer<Finding> sink) {
        if (groups.length(from) >= LEAST) {
            return isCard(groups, from, from, label, sink) ? 1 : 0;
        }
        for (int[] lengths : PRINTED) {
            if (groups.has(lengths, from) && isCard(groups, from, from + lengths.length - 1, label, sink)) {
                return lengths.length;
            }
        }
        return 0;
    }

    private static boolean isCard(DigitGroups groups, int first, int last, String label, Consumer<Finding> sink) {
        Scan scan = groups.scan();
        String text = scan.text();
        int start = groups.start(first);
        int end = groups.end(last);
        // Wider than any card with its separators: not worth a copy.
        if (end - start > 19 + MOST_GROUPS) {
            return false;
        }
        String digits = DigitGroups.digits(text, start, end);
        boolean card = digits.length() >= LEAST
                && digits.length() <= 19
                && isIssued(digits)
                && (!isRare(digits) || end - start > digits.length() || isCalled(scan, start, label))
                && luhn(digits)
                && !isDecimal(text, start, end)
                && standsFree(text, start, end)
                && !isOfGoods(scan, start, digits)
                && !isCalledOther(text, start, label);
        if (card) {
            sink.accept(new Finding("CARD", start, end, digits));
        }
        return card;
    }

    /**
     * Whether so few cards have so many digits that other numbers are rather found: ids of messages on networks have 17 and 18, those of
     * databases 13.
     */
    private static boolean isRare(String digits) {
        return digits.length() == LEAST || digits.length() == 17 || digits.length() == 18;
    }

    private static boolean isCalled(Scan scan, int start, String label) {
        return Label.of(label).isAbout(Topic.CARD)
                || (scan.mentions().of(Topic.CARD).count() > 0
                        && scan.cuesBefore(start).say(CARDS));
    }

    /** Behind the name of a number of goods, and as long as those are (GTIN-13, GTIN-14). */
    private static boolean isOfGoods(Scan scan, int start, String digits) {
        return digits.length() <= 14 && scan.cuesBefore(start).endWith(GOODS);
    }

    /** {"order": "4539578763621486"}: what the key says it is. */
    private static boolean isCalledOther(String text, int start, String label) {
        String key = KeyBefore.of(text, start);
        // Ids that count on from a time have nineteen digits, as nearly no card does.
        boolean counted = text.length() >= start + 19
                && (Label.plain(label).endsWith("id") || key.endsWith("id"))
                && text.substring(start, start + 19).chars().allMatch(c -> Letters.isDigit((char) c));
        return counted || KEYS.contains(Label.plain(label)) || KEYS.contains(key);
    }

    private static boolean isDecimal(String text, int start, int end) {
        boolean before = start > 1 && text.charAt(start - 1) == '.' && Letters.digitAt(text, start - 2);
        // Blobs of Git: index 8b2c69b..5831524 100644.
        boolean range = text.startsWith("..", start - 2);
        boolean after = end < text.length() && text.charAt(end) == '.' && Letters.digitAt(text, end + 1);
        return before || range || after;
    }

    private static boolean standsFree(String text, int start, int end) {
        int left = start;
        while (start - left < MOST_GLUED && Letters.wordBefore(text, left)) {
            left--;
        }
        int right = end;
        while (right - end < MOST_GLUED && Letters.wordAt(text, right)) {
            right++;
        }
        return isWordOrNothing(text, left, start) && isWordOrNothing(text, end, right);
    }

    /** Letters and underscores, at least one of them no hex digit; or nothing at all. */
    private static boolean isWordOrNothing(String text, int start, int end) {
        boolean hex = true;
        for (int i = start; i < end; i++) {
            if (Letters.isDigit(text.charAt(i))) {
                return false;
            }
            hex &= Letters.isHex(text.charAt(i));
        }
        return start == end || !hex;
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
