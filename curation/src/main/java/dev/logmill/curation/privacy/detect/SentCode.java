package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** A code of six digits near to what says that it was sent to a phone: "the code is 883920, it came by SMS". */
final class SentCode {
    private static final int REACH = 60;
    private static final int DIGITS = 6;
    private static final String FOR = "code for ";
    private static final String IS = " is ";

    private static final Set<String> CODES = Phrases.of("code|c\u00f3digo|codigo|codice|kod|koden|kode");

    private static final Set<String> SMS = Phrases.of("text|sms|phone|message");
    private static final Set<String> JOINTS =
            Phrases.of("by|via|per|par|por|in|from|came|sent|i|got|pr|przez|przyszed\u0142");

    /** Codes of other things, which messages are about, too. */
    private static final Set<String> OTHERS = Phrases.of(
            "error code|exit code|status code|order code|product code|postal code|zip code|response code|result code|promo code|discount code"
                    + "|coupon code|source code|area code|country code|tracking code|return code|item code|booking code|c\u00f3digo postal"
                    + "|code postal|codice postale|codice errore|code erreur|short code|sms gateway code");

    private SentCode() {}

    static void find(Scan scan, Consumer<Finding> sink) {
        Mentions.Places said = scan.mentions().of(Topic.SMS);
        for (int run = 0; said.count() > 0 && run < scan.runs(); run++) {
            int start = scan.start(run);
            int end = scan.end(run);
            if (scan.length(run) == DIGITS
                    && said.anyBetween(start - REACH, end + REACH)
                    && isWhole(scan.text(), start, end)
                    && (isForMail(scan.text(), start) || isCode(Cues.before(scan.text(), start, "")))) {
                sink.accept(new Finding("SECRET", start, end, scan.text().substring(start, end)));
            }
        }
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean goesOn =
                end + 1 < text.length() && ".-/:".indexOf(text.charAt(end)) >= 0 && Letters.digitAt(text, end + 1);
        return !Letters.wordBefore(text, start) && !Letters.wordAt(text, end) && !goesOn;
    }

    /** "Reset code for ann@example.org is 482913": the mail of whom it is for between. */
    private static boolean isForMail(String text, int start) {
        String before = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        int whose = before.lastIndexOf(FOR);
        if (whose < 0 || !before.endsWith(IS)) {
            return false;
        }
        String mail = before.substring(whose + FOR.length(), before.length() - IS.length());
        return mail.indexOf('@') > 0 && mail.indexOf(' ') < 0;
    }

    private static boolean isCode(Cues cues) {
        return (cues.endWith(CODES) || cues.endWith(CODES, SMS, JOINTS)) && !cues.endWith(OTHERS);
    }
}
