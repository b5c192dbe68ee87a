package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/** Until when a card is valid, month and year: exp 04/27 beside a card, {@code "exp_month": 4}. */
public final class CardExpiryDetector implements Detector {
    private static final int MONTHS = 12;

    /** How far around a card is told of, or its number stands. */
    private static final int REACH = 100;

    private static final int CARD_DIGITS = 13;

    private static final Set<String> PARTS = Set.of(
            "expmonth",
            "expyear",
            "expirymonth",
            "expiryyear",
            "expirationmonth",
            "expirationyear",
            "expiremonth",
            "expireyear");

    private static final Set<String> KEYS = Set.of(
            "exp",
            "expiry",
            "expdate",
            "expirydate",
            "expiration",
            "expirationdate",
            "expires",
            "validthru",
            "goodthru",
            "cardexpiry",
            "cardexp",
            "cardexpiration");

    private static final Set<String> CALLED =
            Phrases.of("exp|exp date|expiry|expiry date|expires|expired|expiring|expiration"
                    + "|expiration date|expires end|valid thru|valid till|good until|valid through|valid until|valid to|good thru|good through|thru"
                    + "|gültig bis|ablaufdatum|verfallsdatum|läuft ab|expire|expire fin|expire le|date dexpiration|expiration le"
                    + "|fecha de caducidad|caducidad|caduca|vence|vencimiento|fecha de vencimiento|scadenza|data di scadenza|scade"
                    + "|vervaldatum|geldig tot|verloopt|ważna do|data ważności|validade|válido até|válida hasta|valable jusquau"
                    + "|expiry on the card|giltig till");

    /** Whether a month or a year of a card stands under a JSON key. */
    static boolean isLabel(String key) {
        String plain = Label.plain(key);
        return !plain.isEmpty() && PARTS.stream().anyMatch(plain::endsWith);
    }

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (scan.runs() == 1 && scan.length(0) == text.length()) {
            if (text.length() <= 4 && isLabel(label)) {
                accept(text, 0, text.length(), sink);
            }
            return;
        }
        boolean key = scan.runs() == 2 && KEYS.contains(Label.plain(label));
        if (!key && !scan.isAbout(Topic.EXPIRY, label)) {
            return;
        }
        for (int run = 0; run + 1 < scan.runs(); run++) {
            int start = scan.start(run);
            int end = scan.end(run + 1);
            if (isMonth(scan, run) && isYear(scan, run + 1) && standsFree(text, start, end)) {
                boolean whole = key && start == 0 && end == text.length();
                if (whole || (isNearCard(scan, label, run) && isCalled(scan, label, start))) {
                    accept(text, start, end, sink);
                }
            }
        }
    }

    private static boolean isCalled(Scan scan, String label, int start) {
        Cues cues = Cues.before(scan.text(), start, label);
        return cues.endWith(CALLED) || (cues.endWith(CardNames.CARDS) && cues.say(CALLED));
    }

    private static boolean isMonth(Scan scan, int run) {
        int length = scan.length(run);
        if (length > 2) {
            return false;
        }
        int month = Integer.parseInt(scan.text(), scan.start(run), scan.end(run), 10);
        return month >= 1 && month <= MONTHS;
    }

    /** Two digits or four of this century, behind one mark. */
    private static boolean isYear(Scan scan, int run) {
        int start = scan.start(run);
        boolean parted =
                start - scan.end(run - 1) == 1 && "/-.".indexOf(scan.text().charAt(start - 1)) >= 0;
        return parted
                && (scan.length(run) == 2
                        || (scan.length(run) == 4 && scan.text().startsWith("20", start)));
    }

    private static boolean standsFree(String text, int start, int end) {
        boolean joined = start > 1 && "/-.".indexOf(text.charAt(start - 1)) >= 0 && Letters.digitAt(text, start - 2);
        boolean goesOn = end < text.length() && "/-.".indexOf(text.charAt(end)) >= 0 && Letters.digitAt(text, end + 1);
        return !joined && !goesOn && !Letters.wordBefore(text, start) && !Letters.wordAt(text, end);
    }

    private static boolean isNearCard(Scan scan, String label, int run) {
        int start = scan.start(run);
        return Label.of(label).isAbout(Topic.CARD)
                || scan.mentions().of(Topic.CARD).anyBetween(start - REACH, start + REACH)
                || isBehindNumber(scan, run);
    }

    private static boolean isBehindNumber(Scan scan, int run) {
        int digits = 0;
        for (int before = run - 1; before >= 0 && scan.start(run) - scan.start(before) < REACH / 2; before--) {
            digits += scan.length(before);
        }
        return digits >= CARD_DIGITS;
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding("EXPIRY", start, end, text.substring(start, end)));
    }
}
