package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords right behind what calls them so, or behind what was done to them: "password Tr4vel2024 doesn't work", "your password was
 * reset to Sdw5qAthaB!", "Passwort zurückgesetzt: Sdw5qAthaB". They are written as no word and no name in code is.
 */
final class SecretSaid {
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_WORD = 14;
    private static final int LEAST = 8;
    private static final int LEAST_MIXED = 6;

    /** What is done to a password, and what kind of one it is. */
    private static final Set<String> DEEDS = Phrases.of(
            "was|were|has|have|been|is|got|should|must|will|be|field|input|box|textbox|just|now|again|back|temporarily|set|reset|changed|updated|switched|rotated|generated|assigned"
                    + "|temporary|temp|initial|new|current|default|provisional|old"
                    + "|wurde|ist|auf|zurückgesetzt|geändert|neu|gesetzt|temporär|vorläufig"
                    + "|été|est|provisoire|temporaire|réinitialisé|changé|modifié|nouveau"
                    + "|ha|sido|es|temporal|nueva|cambiada|restablecida|inicial|actual"
                    + "|è|stata|temporanea|provvisoria|nuova|cambiata|reimpostata|iniziale"
                    + "|tijdelijk|gewijzigd|nieuw|gereset|temporária|provisória|nova|alterada|redefinida|tymczasowe|nowe|zmienione");

    /** Behind what was done stands what sets it anew. */
    private static final Set<String> SETS =
            Phrases.of("to|with|now|from|auf|von|zu|en|a|à|de|da|por|in|naar|van|para|na");

    /** What stands between the old one and the new: "from Old77sock to New88sock". */
    private static final List<String> THEN =
            List.of(" to ", " auf ", " zu ", " a ", " \u00e0 ", " por ", " in ", " naar ", " para ", " na ");

    private SecretSaid() {}

    /** The one behind a name that ends at an index; empty where none is. */
    static SecretSetting of(String text, int nameEnd) {
        if (text.startsWith(", ", nameEnd) || text.startsWith(" (", nameEnd)) {
            return apart(text, nameEnd + 2);
        }
        int at = nameEnd;
        boolean set = false;
        for (int words = 0; words <= MOST_WORDS && text.startsWith(" ", at); words++) {
            int end = wordEnd(text, at + 1);
            String word = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
            boolean sign = words > 0 && (text.startsWith(":", at + 1) || text.startsWith("=", at + 1));
            if (sign || (!DEEDS.contains(word) && !SETS.contains(word))) {
                int start = sign ? at + 2 : at + 1;
                return value(text, start, words == 0 ? Behind.NAME : set || sign ? Behind.SIGN : Behind.DEED);
            }
            set = SETS.contains(word);
            at = end;
            if (text.startsWith(":", at)) {
                return value(text, at + 1, Behind.SIGN);
            }
        }
        return none(nameEnd);
    }

    /** The one that it was changed to, behind the old one; empty where none is. */
    static SecretSetting after(String text, SecretSetting old) {
        for (String then : THEN) {
            // A mark that ends a sentence ends a password too.
            int end = text.startsWith(then, old.end()) ? old.end() : old.end() + 1;
            if (text.startsWith(then, end)) {
                return value(text, end + then.length(), Behind.NAME);
            }
        }
        return none(old.end());
    }

    /** Behind a comma or a bracket as often an argument stands, so that it must begin as names do and be of marks that code has not. */
    private static SecretSetting apart(String text, int from) {
        SecretSetting set = value(text, from, Behind.NAME);
        String value = set.of(text);
        boolean one = set.end() > set.start()
                && Character.isLetterOrDigit(value.charAt(0))
                && value.indexOf('=') < 0
                && SecretValue.isStrong(value);
        return one ? set : none(from);
    }

    /** What stands right before a value. */
    private enum Behind {
        NAME,
        DEED,
        SIGN
    }

    private static SecretSetting none(int at) {
        return new SecretSetting(at, at, false);
    }

    private static SecretSetting value(String text, int from, Behind behind) {
        int start = from;
        while (start < text.length() && start - from < 2 && " \"'`".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (start >= text.length()) {
            return none(from);
        }
        SecretSetting set = SecretExtent.of(text, start, false);
        String value = set.of(text);
        boolean one =
                switch (behind) {
                    case NAME -> isWritten(value);
                    case DEED -> isWritten(value) && ends(text, set.end());
                    case SIGN -> isWritten(value) || (isPlain(value) && ends(text, set.end()));
                };
        return one ? set : none(from);
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from <= LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether it is of three kinds of chars and no name in code. */
    static boolean isWritten(String value) {
        boolean plain = value.chars().allMatch(c -> Letters.isWord((char) c) || "!#$%^&*?~+@-".indexOf(c) >= 0);
        boolean typed = plain
                && value.length() >= LEAST
                && SecretValue.isTyped(value)
                && !SecretValue.isOfAlgorithm(value)
                && !ScrambledLetters.hasWord(value);
        boolean bracket = value.isEmpty() || "([{<\"'*".indexOf(value.charAt(0)) >= 0;
        boolean marked = SecretValue.isStrong(value) || ScrambledLetters.is(value) || PasswordForm.is(value);
        return (typed || (marked && !bracket)) && SecretValue.isOne(value, true, false);
    }

    /** Whether it is of letters and digits alone, as weak ones are: hunter2. */
    static boolean isPlain(String value) {
        return value.length() >= LEAST_MIXED
                && SecretValue.looksRandom(value)
                && value.chars().allMatch(c -> Letters.isDigit((char) c) || Letters.isAsciiLetter((char) c))
                && SecretValue.isOne(value, true, false);
    }

    /** Whether a sentence or line ends behind. */
    static boolean ends(String text, int end) {
        boolean stop = end < text.length() && ".,;!)\"'".indexOf(text.charAt(end)) >= 0;
        int behind = stop ? end + 1 : end;
        return behind >= text.length()
                || (Character.isWhitespace(text.charAt(behind)) && (stop || text.charAt(behind) == '\n'));
    }
}
