package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Logins that stand elsewhere than right behind what calls them so: before it, or behind the name of whom they are of. */
final class LoginNear {
    private static final int LONGEST = 40;
    private static final int REACH = 48;
    private static final int LONGEST_JOINT = 16;

    private static final List<String> NETWORKS = List.of(
            "insta",
            "instagram",
            "ig",
            "twitter",
            "tiktok",
            "snap",
            "snapchat",
            "telegram",
            "threads",
            "bluesky",
            "mastodon");

    private static final Set<String> SPEAKS = Phrases.of(
            "wrote|said|says|asked|asks|replied|posted|commented|mentioned|suggested|reported|approved|pushed|tweeted|answered|thinks|noted"
                    + "|agreed|confirmed");

    private LoginNear() {}

    /** Whether what only somebody does stands behind a handle: "@nightowl wrote". */
    static boolean speaks(String text, int end) {
        int word = end + 1;
        int last = word;
        while (last < text.length() && Letters.isAsciiLetter(text.charAt(last))) {
            last++;
        }
        return text.startsWith(" ", end) && SPEAKS.contains(text.substring(word, last));
    }

    /** Who runs something, in the log of sudo, before the index: "sudo: kparker : TTY=pts/0". */
    static Optional<CalledWord> ofSudo(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        return start == end ? Optional.empty() : Optional.of(new CalledWord(start, end, true, false));
    }

    /** Who a note in code is for: TODO(kparker). */
    static Optional<CalledWord> ofNote(String text, int from) {
        int end = from;
        while (end < text.length() && end - from <= LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(from, end);
        boolean closes = end < text.length() && "),".indexOf(text.charAt(end)) >= 0;
        return closes
                        && ((LoginWord.hasDigit(word) && LoginForm.is(word))
                                || NamedLogin.is(word)
                                || ActingUser.isNumbered(word))
                ? Optional.of(new CalledWord(from, end, true, false))
                : Optional.empty();
    }

    /** What stands in brackets behind a name: "the account of Ann Parker (kparker91)". */
    static Optional<CalledWord> ofAccount(String text, int from) {
        int open = from;
        while (open < text.length() && open - from < REACH && "(\n".indexOf(text.charAt(open)) < 0) {
            open++;
        }
        int end = open + 1;
        while (end < text.length() && end - open <= LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        if (!text.startsWith("(", open) || !text.startsWith(")", end)) {
            return Optional.empty();
        }
        String word = text.substring(open + 1, end);
        return LoginForm.is(word) || NamedLogin.is(word)
                ? Optional.of(new CalledWord(open + 1, end, true, false))
                : Optional.empty();
    }

    /** Behind the tag of a gamer and nothing that sets it: of small letters and two capitals at least, as NoScopeNils. */
    static Optional<CalledWord> ofGamer(String text, int nameEnd) {
        CalledWord called = CalledWord.behind(text, nameEnd);
        String word = called.of(text);
        boolean camels = word.chars().filter(Character::isUpperCase).count() > 1
                && word.chars().anyMatch(Character::isLowerCase)
                && word.chars().allMatch(c -> Letters.isWord((char) c));
        return camels ? Optional.of(called) : Optional.empty();
    }

    /** Whether what stands behind has a mark as no program's name has: "snap: jay_rivers", not "snap: core20". */
    static boolean isMarked(String text, int nameEnd) {
        CalledWord called = CalledWord.behind(text, nameEnd);
        return called.set() && called.of(text).indexOf('_') > 0;
    }

    /** Whether a handle that ends here is on a network: "@x.y on insta". */
    static boolean isOnNetwork(String text, int end) {
        return text.startsWith(" on ", end)
                && NETWORKS.stream()
                        .anyMatch(network -> text.regionMatches(true, end + 4, network, 0, network.length())
                                && !Letters.wordAt(text, end + 4 + network.length()));
    }

    /** What people are paid by, behind a dollar sign: "my cashtag is $ellaquist"; a sum and a variable in capitals are none. */
    static Optional<CalledWord> ofCash(String text, int nameEnd) {
        int sign = nameEnd;
        while (sign < text.length() && sign - nameEnd < LONGEST_JOINT && "$\n.".indexOf(text.charAt(sign)) < 0) {
            sign++;
        }
        int end = sign + 1;
        while (end < text.length() && end - sign <= LONGEST && isPart(text.charAt(end)) && text.charAt(end) != '.') {
            end++;
        }
        boolean tag = text.startsWith("$", sign)
                && end - sign > 2
                && Letters.isAsciiLetter(text.charAt(sign + 1))
                && text.substring(sign, end).chars().anyMatch(Character::isLowerCase);
        return tag ? Optional.of(new CalledWord(sign + 1, end, true, false)) : Optional.empty();
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.' || c == '-';
    }
}
