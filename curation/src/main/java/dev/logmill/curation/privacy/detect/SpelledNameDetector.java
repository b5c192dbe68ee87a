package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Names as people spell them at the phone, a letter each: K-O-W-A-L-S-K-I, behind what says that it is spelled or a name. */
public final class SpelledNameDetector implements Detector {
    private static final int LEAST_LETTERS = 4;
    private static final int MOST_LETTERS = 24;
    private static final Set<String> CALLED = Phrases.of(
            "spell|spells|spelled|spelt|spelling|name|names|surname|thats|buchstabiert|buchstabiere|nachname|épelle|épeler|sécrit|nom"
                    + "|escribe|deletreo|deletrea|apellido|scrive|cognome|gespeld|spel|achternaam|nazwisko|soletra|sobrenome");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.dashes() >= LEAST_LETTERS - 1;
    }

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        int at = text.indexOf('-');
        while (at >= 0) {
            int end = at;
            if (at > 0 && Character.isLetter(text.charAt(at - 1)) && begins(text, at - 1)) {
                end = end(text, at - 1);
                int letters = (end - at + 2) / 2;
                if (letters >= LEAST_LETTERS
                        && letters <= MOST_LETTERS
                        && Cues.before(text, at - 1, label).say(CALLED)) {
                    String name = text.substring(at - 1, end);
                    sink.accept(new Finding(
                            "PERSON", at - 1, end, name.replace("-", "").toLowerCase(Locale.ROOT)));
                }
            }
            at = text.indexOf('-', Math.max(at + 1, end));
        }
    }

    private static boolean begins(String text, int letter) {
        return letter == 0
                || !(Character.isLetterOrDigit(text.charAt(letter - 1))
                        || "-_/.\\'".indexOf(text.charAt(letter - 1)) >= 0);
    }

    /** The end of letters with a dash between each two, where no word goes on; the first letter where one does. */
    private static int end(String text, int first) {
        int end = first + 1;
        while (end + 1 < text.length() && text.charAt(end) == '-' && Character.isLetter(text.charAt(end + 1))) {
            end += 2;
        }
        boolean goesOn = end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "-_/".indexOf(text.charAt(end)) >= 0);
        return goesOn ? first : end;
    }
}
