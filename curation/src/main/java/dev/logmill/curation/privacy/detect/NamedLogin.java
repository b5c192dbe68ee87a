package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a login is made of somebody's name: kparker, annlee, mariag, anna.novak, bob-builder. */
final class NamedLogin {
    private static final int LEAST = 4;
    private static final int LEAST_SURNAME = 4;
    private static final int LEAST_WORD = 5;
    private static final int LEAST_GIVEN = 3;
    private static final String ANYBODY = "doe";

    /** Given names that a dictionary has too, and that in a login are nothing else. */
    private static final Set<String> RATHER_NAMES =
            Phrases.of("john|maria|bob|mike|jack|tom|tony|nick|peter|carol|roger|terry|matt");

    private static final String MARKS = "._-";

    /** The longer before those that they begin with. */
    private static final List<String> PARTICLES = List.of(
            "vander", "vanden", "vande", "van", "vonder", "von", "delos", "delas", "della", "dela", "del", "dos",
            "degli", "mac");

    private NamedLogin() {}

    /** Whether it is, however it is written. */
    static boolean is(String login) {
        String small = login.toLowerCase(Locale.ROOT);
        if (SharedLogins.has(small) || NameWords.isCode(small)) {
            return false;
        }
        int mark = mark(small);
        if (mark < 0) {
            return isOfLetters(small) && small.length() >= LEAST && !EnglishWords.has(small) && isJoined(small);
        }
        String first = small.substring(0, mark);
        String last = small.substring(mark + 1);
        return isOfLetters(first)
                && isOfLetters(last)
                && (isGiven(first) || (first.length() == 1 && isSurname(last, LEAST_SURNAME)));
    }

    /** Whether it is an initial and a surname, however short. */
    static boolean isInitialed(String login) {
        return login.length() >= LEAST && Lexicon.is(login.substring(1), Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD);
    }

    /** The same of a word that no list has. */
    static boolean isShort(String login) {
        return isInitialed(login) && isOfLetters(login) && login.length() >= LEAST_WORD && Lexicon.isUnknown(login);
    }

    /** Where the one mark of it is; -1 where none is. */
    private static int mark(String login) {
        for (int i = 1; i + 1 < login.length(); i++) {
            if (MARKS.indexOf(login.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isJoined(String login) {
        if (isGiven(login)
                || isSurname(login.substring(1), LEAST_SURNAME)
                || isWithParticle(login.substring(1))
                || login.substring(1).equals(ANYBODY)) {
            return true;
        }
        for (int end = LEAST_GIVEN; end < login.length(); end++) {
            String rest = login.substring(end);
            boolean initial = rest.length() == 1 && end > LEAST_GIVEN;
            if (isGiven(login.substring(0, end)) && (initial || isSurname(rest, LEAST_GIVEN))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a surname of several words, written as one: vandijk of van Dijk, delacruz. */
    private static boolean isWithParticle(String joined) {
        return PARTICLES.stream().filter(joined::startsWith).anyMatch(particle -> {
            String rest = joined.substring(particle.length());
            // Of the Low Countries there are more such names than a list has.
            boolean dutch = particle.startsWith("van") && rest.length() >= LEAST_SURNAME && Lexicon.isUnknown(rest);
            return dutch || isSurname(rest, LEAST_SURNAME);
        });
    }

    /** Whether a part is a given name, rather than another word. */
    static boolean isGiven(String part) {
        if (RATHER_NAMES.contains(part)) {
            return true;
        }
        return part.length() >= LEAST_GIVEN
                && Lexicon.is(part, Lexicon.GIVEN)
                && !Lexicon.is(part, Lexicon.MADE | Lexicon.COMMON | Lexicon.NO_NAME);
    }

    private static boolean isSurname(String part, int least) {
        return (part.length() >= least && Lexicon.is(part, Lexicon.SURNAME))
                || (part.length() >= LEAST_WORD && Lexicon.is(part, Lexicon.SURNAME_OR_WORD));
    }

    private static boolean isOfLetters(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
