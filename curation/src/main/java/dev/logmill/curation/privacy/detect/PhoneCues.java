package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/**
 * Words that say of a number what it is. The word nearest before it decides: behind "call" it is a phone, behind "order"
 * it is none.
 */
final class PhoneCues {
    private static final Set<String> PHONE = Phrases.of(
            "phone|phones|telephone|tel|call|calling|mobile|cell|cellphone|fax|whatsapp|sms|dial|ring|landline|hotline"
                    + "|movil|móvil|celular|telefono|cellulare|ruf|rufen|anrufen|rückruf|handy|mobil|telefon|téléphone|teléfono"
                    + "|telefonnummer|handynummer|mobilnummer|rufnummer|telefoonnummer|mobiel|bel|bellen|bereikbaar|dzwonić|zadzwonić|zadzwoń"
                    + "|tél|handynr|mobilfunknummer|telefonnr|festnetz|festnetznummer|telefonu|telefone|telemóvel|ligar|ligue|chiamare|chiami|appeler|appelez|joignable|gsm|llamar|llame|llámame");

    /** Ids of people and of what they own, whose form a phone may have. */
    private static final Set<String> IDS =
            Phrases.of("sin|ssn|tfn|nino|nhs|bsn|nif|nip|utr|passport|licence|license|mrn|npi|policy|member|insurance"
                    + "|isbn|issn|ean|upc|sku|serial|part|model");

    private static final Set<String> OTHER =
            Phrases.of("order|orders|item|items|id|ids|invoice|tracking|ticket|case|card|account|reservation"
                    + "|booking|confirmation|product|sku|ref|reference|transaction|iban|ssn|zip|date|version"
                    + "|job|process|pid|timestamp|approximately|about|sin|tfn|nino|passport|licence|license|mrn|npi|imei|vin|pin"
                    + "|policy|member|otp|passcode|routing|sort|bsb|kontonummer|serial|isbn|issn|ean|upc");
    private static final Set<String> WHOSE = Set.of("my", "your", "his", "her", "their", "our", "contact");
    private static final Set<String> BEHIND = Set.of("office", "fax", "mobile", "cell", "phone", "tel", "home");
    private static final Set<String> LABELS =
            Phrases.of("phone|phones|telephone|tel|mobile|cell|cellphone|fax|whatsapp|sms|msisdn|telefon"
                    + "|phonenumber|phonenumbers|mobilenumber");
    private static final Set<String> NO_LABELS =
            Set.of("id", "ids", "model", "price", "at", "time", "timestamp", "count", "size");
    private static final int REACH = 40;

    private PhoneCues() {}

    /** Whether the words of a JSON key say that a phone stands under it: {@code phone}, {@code mobileNumber}, {@code home_tel}. */
    static boolean isLabel(String[] words) {
        boolean phone = false;
        for (String word : words) {
            String said = word.toLowerCase(Locale.ROOT);
            if (NO_LABELS.contains(said)) {
                return false;
            }
            phone |= LABELS.contains(said);
        }
        return phone;
    }

    /** Whether a number from {@code start} to {@code end} is called a phone by what stands before or right behind. */
    static boolean around(String text, int start, int end) {
        return before(text, start) || behind(text, end);
    }

    /** Whether what stands here is a line of its own, below one of a few words, as in a signature. */
    static boolean isUnderName(String text, int start, int end) {
        boolean alone = start > 1 && text.charAt(start - 1) == '\n' && (end == text.length() || isLineEnd(text, end));
        if (!alone) {
            return false;
        }
        int from = Math.max(0, start - 1 - REACH);
        String above = text.substring(Math.max(from, text.lastIndexOf('\n', start - 2) + 1), start - 1)
                .strip();
        return !above.isEmpty()
                && above.length() < REACH
                && above.chars().allMatch(c -> Character.isLetter(c) || " .,-'".indexOf(c) >= 0);
    }

    private static boolean isLineEnd(String text, int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private static boolean before(String text, int start) {
        boolean direct = true;
        boolean number = false;
        int end = start;
        while (end > 0 && start - end < REACH) {
            int word = end;
            while (word > 0 && start - word < REACH && Character.isLetter(text.charAt(word - 1))) {
                word--;
            }
            if (word == end) {
                // Another number between takes the cue for itself; the end of a line ends its reach, but that of a
                // question.
                char c = text.charAt(end - 1);
                boolean ends = c == '\n' && !(end > 1 && text.charAt(end - 2) == '?');
                if (Letters.isDigit(c) || ends || "{}".indexOf(c) >= 0) {
                    return false;
                }
                end--;
                continue;
            }
            String written = text.substring(Letters.isEscape(text, word) ? word + 1 : word, end)
                    .toLowerCase(Locale.ROOT);
            // "ph# 415 ..." is a phone, pH is how sour something is.
            String said = written.equals("ph") && text.startsWith("#", end) ? "phone" : written;
            if (PHONE.contains(said)
                    || (number && WHOSE.contains(said))
                    || PhonePhrases.isOne(text, word, end, start)) {
                return true;
            }
            if (OTHER.contains(said)) {
                return false;
            }
            number |= direct && said.equals("number");
            direct &= said.equals("is") || said.equals("was") || said.equals("s");
            end = word;
        }
        return false;
    }

    /** Whether the word right before says that a number is that of something else: SIN: 046 454 286. */
    static boolean isCalledOtherwise(String text, int start) {
        int end = start;
        for (int words = 0; words < 3; words++) {
            while (end > 0 && start - end < REACH && " :.#(-".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            int word = end;
            while (word > 0 && start - word < REACH && Character.isLetter(text.charAt(word - 1))) {
                word--;
            }
            String said = text.substring(word, end).toLowerCase(Locale.ROOT);
            if (IDS.contains(said)) {
                return true;
            }
            if (!said.equals("is") && !said.equals("number") && !said.equals("no")) {
                return false;
            }
            end = word;
        }
        return false;
    }

    private static boolean behind(String text, int end) {
        int word = end;
        while (word < text.length() && word - end < 2 && " -".indexOf(text.charAt(word)) >= 0) {
            word++;
        }
        int i = word;
        while (i < text.length() && i - word < 8 && Letters.isAsciiLetter(text.charAt(i))) {
            i++;
        }
        return BEHIND.contains(text.substring(word, i).toLowerCase(Locale.ROOT));
    }
}
