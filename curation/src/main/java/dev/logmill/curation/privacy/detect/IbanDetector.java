package dev.logmill.curation.privacy.detect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** International bank account numbers: length by country (SWIFT IBAN registry) and ISO 7064 mod 97-10. */
public final class IbanDetector implements Detector {
    private static final Map<String, Integer> LENGTHS = lengths(
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 "
                    + "FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 "
                    + "LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 "
                    + "RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20");

    private static final Set<String> WORDS = Set.of("iban");

    private static Map<String, Integer> lengths(String registry) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : registry.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 2;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        for (int run = 0; run < scan.runs(); run++) {
            // Its first digits stand behind the country.
            int i = country(text, scan.start(run));
            boolean begins = i >= 0
                    && i + 14 < text.length()
                    && Letters.isAsciiLetter(text.charAt(i + 1))
                    && Letters.isAsciiLetter(text.charAt(i))
                    && (!Letters.wordBefore(text, i) || text.regionMatches(true, i - 4, "IBAN", 0, 4));
            if (begins) {
                Integer length = LENGTHS.get(text.substring(i, i + 2).toUpperCase(Locale.ROOT));
                if (length != null) {
                    check(text, i, length, label, sink);
                }
            }
        }
    }

    /** Where the two letters before digits begin, with a space between at most: DE 89 3704 0044 0532 0130 00. */
    private static int country(String text, int digits) {
        boolean spaced = digits > 2 && text.charAt(digits - 1) == ' ';
        return digits - (spaced ? 3 : 2);
    }

    private static void check(String text, int start, int length, String label, Consumer<Finding> sink) {
        StringBuilder account = new StringBuilder(length);
        // Parted from its country, or over two lines, it is one by its check digits alone.
        boolean parted = !Letters.isDigit(text.charAt(start + 2));
        int i = start;
        while (i < text.length() && account.length() < length) {
            char c = text.charAt(i);
            if (Letters.isDigit(c) || Letters.isAsciiLetter(c)) {
                account.append(Character.toUpperCase(c));
            } else if (c == '\n' && !parted) {
                parted = true;
            } else if (!Letters.isSeparator(c) || Letters.isSeparator(text.charAt(i - 1))) {
                return;
            }
            i++;
        }
        if (account.length() == length
                && Letters.isDigit(account.charAt(3))
                && !Letters.wordAt(text, i)
                && (mod97(account.toString()) == 1 || (!parted && isCalled(text, start, label)))) {
            sink.accept(new Finding("IBAN", start, i, account.toString()));
        }
    }

    /** Whatever its check digits: a mistyped account tells nearly as much. */
    private static boolean isCalled(String text, int start, String label) {
        return Cues.before(text, start, label).endWith(WORDS);
    }

    private static int mod97(String account) {
        String rearranged = account.substring(4) + account.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < rearranged.length(); i++) {
            int value = Character.digit(rearranged.charAt(i), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest;
    }
}
