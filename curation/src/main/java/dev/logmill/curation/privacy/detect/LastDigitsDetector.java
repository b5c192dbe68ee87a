package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The last four digits of a card or of another number, as people and receipts have them: visa ending in 4417, {@code ****4417},
 * {@code "last4": "4417"}. With a name or a day they tell whose it is.
 */
public final class LastDigitsDetector implements Detector {
    private static final int LENGTH = 4;
    private static final int LEAST_MASKED = 3;
    private static final int MOST_MASKED = 24;

    /** Chars of what hides the digits between the first and the last of a card; the first are its issuer's. */
    private static final int LEAST_HIDDEN = 6;

    private static final int MOST_FIRST = 6;

    /** How far behind the words for the last digits these stand. */
    private static final int REACH = 60;

    /** The first five digits of a social security number. */
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("[*xX#\u2022\u25cf]{3}-[*xX#\u2022\u25cf]{2}-");

    private static final Set<String> KEYS = Set.of("last4", "lastfour", "last4digits", "lastfourdigits");

    /** Behind these, where words before are about what has a number. */
    private static final Set<String> ENDINGS =
            Phrases.of("ending in|ending|ends in|ends with|ending with|ending on|endet auf"
                    + "|endend auf|endziffern|terminant par|se termine par|terminada en|terminado en|termina en|terminata in"
                    + "|finisce con|termina con|eindigend op|eindigt op|kończąca się na|kończącej się na|kończącą się na"
                    + "|kończy się na|terminado em|terminada em|termina em|com final|final|slutar på");

    /** Right behind these also four digits that may be a year. */
    private static final Set<String> OWN_ENDINGS = Phrases.of(
            "card ending in|card ending|card ends in|card ends with|card number ending in|visa ending in|visa ending"
                    + "|visa ends in|visa ends with|mastercard ending in|mastercard ending|amex ending in|amex ending"
                    + "|account ending in|account ending|account number ending in|ssn ending in|phone ending in"
                    + "|phone number ending in|karte endet auf|kreditkarte endet auf|carte se terminant par"
                    + "|tarjeta terminada en|tarjeta que termina en|carta che finisce con|karta kończąca się na");

    private static final Set<String> DIGITS =
            Phrases.of("last|four|final four|digits|vier|ziffern|chiffres|cuatro|dígitos"
                    + "|quattro|cifre|cijfers|cyfry|quatro|siffror");

    /** Whether last digits alone stand under a JSON key. */
    static boolean isLabel(String key) {
        String plain = Label.plain(key);
        return !plain.isEmpty() && KEYS.stream().anyMatch(plain::endsWith);
    }

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= LENGTH;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            int end = scan.end(run);
            if (scan.length(run) == LENGTH
                    && !Letters.wordAt(scan.text(), end)
                    && !isDecimal(scan.text(), start, end)) {
                int card = cardStart(scan.text(), start);
                if (card < start) {
                    sink.accept(new Finding("CARD", card, end, scan.text().substring(card, end)));
                    continue;
                }
                type(scan, label, start, end)
                        .ifPresent(type -> sink.accept(
                                new Finding(type, start, end, scan.text().substring(start, end))));
            }
        }
    }

    private static boolean isDecimal(String text, int start, int end) {
        boolean goesOn = end < text.length() && "./-:".indexOf(text.charAt(end)) >= 0 && Letters.digitAt(text, end + 1);
        boolean before = start > 0 && "./:,".indexOf(text.charAt(start - 1)) >= 0 && Letters.digitAt(text, start - 2);
        return goesOn || before;
    }

    /** Where a card begins of which the digits in the middle are hidden: 6759-XXXX-XXXX-1234; the index itself where none does. */
    private static int cardStart(String text, int last) {
        int mask = maskStart(text, last);
        int end = mask > 0 && Letters.isSeparator(text.charAt(mask - 1)) ? mask - 1 : mask;
        int start = end;
        while (start > 0 && end - start <= MOST_FIRST && Letters.digitAt(text, start - 1)) {
            start--;
        }
        int first = end - start;
        if (first == 2 && start > LENGTH && Letters.isSeparator(text.charAt(start - 1))) {
            // 4539 14** **** 6467
            int group = start - 1 - LENGTH;
            boolean digits = text.substring(group, start - 1).chars().allMatch(c -> Letters.isDigit((char) c));
            start = digits ? group : start;
            first = digits ? MOST_FIRST : first;
        }
        boolean card = last - mask >= LEAST_HIDDEN && (first == LENGTH || first == MOST_FIRST);
        return card && !Letters.wordBefore(text, start) ? start : last;
    }

    private static Optional<String> type(Scan scan, String label, int start, int end) {
        String text = scan.text();
        if (start == 0 && end == text.length() && isLabel(label)) {
            return Optional.of(CardNames.type(Cues.before("", 0, label)).orElse("CARD"));
        }
        int mask = maskStart(text, start);
        if (mask < start) {
            return masked(text, label, mask, start, end);
        }
        if (Letters.wordBefore(text, start)) {
            return Optional.empty();
        }
        boolean last = scan.mentions().of(Topic.LAST_DIGITS).anyBetween(start - REACH, start);
        boolean ending = scan.mentions().of(Topic.ENDING).anyBetween(start - REACH, start);
        return last || ending ? called(scan.cuesBefore(start), last, isYear(text, start)) : Optional.empty();
    }

    private static Optional<String> called(Cues cues, boolean last, boolean year) {
        if (cues.endWith(OWN_ENDINGS)) {
            return Optional.of(CardNames.type(cues).orElse("CARD"));
        }
        if (last && (cues.endWith(DIGITS) || (CardNames.end(cues) && cues.say(DIGITS)))) {
            Optional<String> named = CardNames.type(cues);
            return year ? named : Optional.of(named.orElse("CARD"));
        }
        return !year && cues.endWith(ENDINGS) ? CardNames.type(cues) : Optional.empty();
    }

    private static boolean isYear(String text, int start) {
        return text.startsWith("19", start) || text.startsWith("20", start);
    }

    /** Where what hides the digits before begins: stars, dots or the letter x, in groups; the index itself where nothing does. */
    private static int maskStart(String text, int index) {
        int start = index;
        int masked = 0;
        while (start > 0 && index - start < MOST_MASKED) {
            char c = text.charAt(start - 1);
            boolean mask = isMask(c);
            if (!mask && !(Letters.isSeparator(c) && start > 1 && isMask(text.charAt(start - 2)))) {
                break;
            }
            masked += mask ? 1 : 0;
            start--;
        }
        // The end of a word is no mask: Amex xxxx.
        while (start < index && Letters.isAsciiLetter(text.charAt(start)) && Letters.wordBefore(text, start)) {
            start++;
        }
        boolean dots = masked > 1 && isDot(text.charAt(start));
        return masked >= LEAST_MASKED || dots ? start : index;
    }

    private static boolean isDot(char c) {
        return c == '\u2022' || c == '\u25cf';
    }

    private static boolean isMask(char c) {
        return c == '*' || c == 'x' || c == 'X' || c == '\u2022' || c == '\u00b7' || c == '\u25cf' || c == '#';
    }

    /** A line of stars may be drawn; one that hides a number ends with it, and is as long as that or behind what it is of. */
    private static Optional<String> masked(String text, String label, int mask, int start, int end) {
        boolean drawn = end < text.length() && isMask(text.charAt(end));
        if (drawn) {
            return Optional.empty();
        }
        if (SOCIAL_SECURITY.matcher(text.substring(mask, start)).matches()) {
            return Optional.of("NATIONALID");
        }
        Optional<String> named = CardNames.type(Cues.before(text, mask, label));
        boolean brand = Cues.before(text, mask, label).endWith(Set.of("visa", "discover"));
        // Dots hide nothing but cards, four of them or more.
        boolean whole = start - mask >= 3 * LENGTH || (isDot(text.charAt(mask)) && start - mask >= LENGTH);
        return named.isPresent() || !(whole || brand) ? named : Optional.of("CARD");
    }
}
