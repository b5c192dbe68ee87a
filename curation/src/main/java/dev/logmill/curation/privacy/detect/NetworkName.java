package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Optional;

/**
 * Names of people on a network that stand elsewhere than right behind it: "I am thadok77 on Discord", "my handle on GitHub is
 * thadok77", "find me on Instagram as thadok77". They are written as logins are, with a digit.
 */
final class NetworkName {
    /** What Skype's own names begin with. */
    static final String OF_SKYPE = "live:";

    private static final int LONGEST = 32;

    private static final List<String> ON =
            List.of(" on ", " auf ", " bei ", " sur ", " en ", " su ", " op ", " na ", " no ", " at ");

    /** What stands before a name that is somebody's. */
    private static final List<String> BEFORE = List.of(
            "i am ",
            "i'm ",
            "im ",
            "it's ",
            "me as ",
            "as ",
            "known as ",
            "called ",
            "handle is ",
            "me, ",
            "am ",
            "ich bin ",
            "bin ",
            "je suis ",
            "soy ",
            "sono ",
            "ik ben ",
            "jestem ",
            "sou ",
            "dm ",
            "message ",
            "add ",
            "follow ",
            "he is ",
            "she is ",
            "user ");

    private static final List<String> NETWORKS = List.of(
            "github",
            "gitlab",
            "discord",
            "instagram",
            "twitter",
            "tiktok",
            "twitch",
            "telegram",
            "snapchat",
            "mastodon",
            "steam",
            "reddit",
            "bluesky",
            "skype");

    private static final List<String> NAMES =
            List.of("-name", " name", "-handle", " handle", "-tag", " tag", "-account", " account", "-id", " id");

    private NetworkName() {}

    /** The one near the name of a network between two indices. */
    static Optional<CalledWord> near(String text, int start, int partEnd) {
        int end = text.startsWith("gram", partEnd) ? partEnd + 4 : partEnd;
        Optional<CalledWord> before = before(text, start);
        if (before.isPresent()) {
            return before;
        }
        int as = text.startsWith(" as ", end) ? end + 4 : text.startsWith(" under ", end) ? end + 7 : -1;
        if (as > 0) {
            return login(new CalledWord(as, as, true, false).from(text, as, as), text);
        }
        int named = behindAny(text, end, NAMES);
        CalledWord called = named > end ? CalledWord.behind(text, named) : new CalledWord(end, end, false, false);
        return called.set() ? login(called, text) : Optional.empty();
    }

    /** Index behind " on " and a network, where they stand between what calls a name so and the name; the index itself, where not. */
    static int behindPlace(String text, int nameEnd) {
        int named = behindAny(text, nameEnd, NAMES);
        if (named > nameEnd
                && text.startsWith(OF_SKYPE, CalledWord.behind(text, named).start())) {
            return named;
        }
        int on = behindAny(text, nameEnd, ON);
        int end = on > nameEnd ? behindAny(text, on, NETWORKS) : on;
        return end > on && !Letters.wordAt(text, end) ? end : nameEnd;
    }

    private static Optional<CalledWord> before(String text, int network) {
        for (String on : ON) {
            int end = network - on.length();
            if (end > 0 && text.startsWith(on, end)) {
                int start = end;
                while (start > 0 && end - start <= LONGEST && isPart(text.charAt(start - 1))) {
                    start--;
                }
                int first = start;
                boolean somebody = BEFORE.stream().anyMatch(word -> isBehind(text, first, word));
                return somebody ? login(new CalledWord(start, end, true, false), text) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isBehind(String text, int start, String word) {
        int first = start - word.length();
        return first >= 0
                && text.regionMatches(true, first, word, 0, word.length())
                && !Letters.wordBefore(text, first);
    }

    private static Optional<CalledWord> login(CalledWord called, String text) {
        String word = called.of(text);
        return LoginForm.is(word) && LoginWord.hasDigit(word) ? Optional.of(called) : Optional.empty();
    }

    private static int behindAny(String text, int from, List<String> words) {
        for (String word : words) {
            if (text.regionMatches(true, from, word, 0, word.length())) {
                return from + word.length();
            }
        }
        return from;
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.' || c == '-';
    }

    /** What no colon stands before must be made of a name: insta marisol.vega.art. */
    static boolean isOne(String word, CalledWord called) {
        if (word.startsWith(OF_SKYPE)) {
            return true;
        }
        if (SharedLogins.isFile(word)) {
            return false;
        }
        boolean dotted = word.indexOf('.') > 0 && Letters.isAsciiLetter(word.charAt(0));
        if (!called.set()) {
            int second = word.indexOf('.', word.indexOf('.') + 1);
            return dotted
                    && LoginWord.isOne(word, true)
                    && NamedLogin.is(second < 0 ? word : word.substring(0, second));
        }
        return LoginWord.isOne(word, called.quoted() || dotted)
                && (LoginWord.hasMark(word) || LoginWord.isOfCamels(word) || JoinedLogin.isOfNames(word));
    }
}
