package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** A code of one use before what calls it so: "771402 is your verification code", "use 771402 as your login code",
 * "enter 6159 as the pin". */
final class CodeBefore {
    private static final int LEAST = 4;
    private static final int MOST = 8;
    private static final int REACH = 48;

    private static final List<String> JOINTS = List.of(
            " is your ",
            " as your ",
            " as my ",
            " is my ",
            " is the ",
            " as the ",
            " ist ihr ",
            " ist dein ",
            " est votre ",
            " es tu ",
            " es su ",
            " \u00e8 il tuo ",
            " is je ",
            " is uw ");

    private static final Set<String> CODES = Phrases.of(
            "login code|log-in code|sign-in code|verification code|security code|authentication code|access code|confirmation code"
                    + "|one-time code|one time code|one-time password|one time password|one-time passcode|passcode|otp|pin|2fa code|mfa code|sms code"
                    + "|best\u00e4tigungscode|sicherheitscode|anmeldecode|code de v\u00e9rification|code de connexion|c\u00f3digo de verificaci\u00f3n"
                    + "|c\u00f3digo de acceso|codice di verifica|verificatiecode|inlogcode");

    private CodeBefore() {}

    static void find(Scan scan, Consumer<Finding> sink) {
        String text = scan.text();
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            int end = scan.end(run);
            boolean may = scan.length(run) >= LEAST && scan.length(run) <= MOST && end - start == scan.length(run);
            if (may && text.startsWith(" ", end) && !Letters.wordBefore(text, start) && isCalled(text, end)) {
                sink.accept(new Finding("SECRET", start, end, text.substring(start, end)));
            }
        }
    }

    /** Also with whose it is between: "is your Acme verification code". */
    private static boolean isCalled(String text, int end) {
        String behind =
                text.substring(end, Math.min(text.length(), end + REACH)).toLowerCase(Locale.ROOT);
        for (String joint : JOINTS) {
            if (behind.startsWith(joint)) {
                String name = behind.substring(joint.length());
                int word = name.indexOf(' ') + 1;
                return begins(name) || begins(name.substring(word));
            }
        }
        return false;
    }

    private static boolean begins(String name) {
        return CODES.stream().anyMatch(code -> name.startsWith(code) && !Letters.wordAt(name, code.length()));
    }
}
