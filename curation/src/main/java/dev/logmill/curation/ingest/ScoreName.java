package dev.logmill.curation.ingest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the name that a team gave a score tells of it: whether users gave it, and whether it counts something bad, so that 1 says what
 * 0 says elsewhere. {@code thumbs_down: 1}, {@code isBad: true} and {@code hallucination: 1} are no praise; {@code no_hallucination: 1} and
 * {@code error_recovery: 1} are.
 */
public final class ScoreName {
    private static final Pattern OF_USERS = Pattern.compile(
            ".*(thumb|like(?![lnw])|user|feedback|csat|rating|vote|complain|\uD83D\uDC4D|\uD83D\uDC4E).*");

    /** Names that users are asked for a number of stars by, where -1 is no thumb. */
    private static final Pattern OF_STARS = Pattern.compile(".*(csat|rating|stars?$).*");

    private static final Pattern WORDS = Pattern.compile(
            "[^\\p{L}\uD83D\uDC4D\uD83D\uDC4E]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    /** Names of several words that count something bad, whatever their words do elsewhere. */
    private static final Pattern BAD_TOGETHER = Pattern.compile(
            ".*\\b(needs? (improvements?|work|rework|revision)|false (positives?|negatives?)|off topic|moderation metric|made up|protected material|(attack|jailbreak|injection) succe(ss|eded|ssful))\\b.*");

    private ScoreName() {}

    /** Whether users gave it, rather than a judge. */
    public static boolean isOfUsers(String name) {
        return OF_USERS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether users gave it by a thumb, of which -1 is the one down. */
    public static boolean isOfThumbs(String name) {
        return isOfUsers(name) && !isOfStars(name);
    }

    /** Whether it is one of stars, mostly from 1 to 5. */
    public static boolean isOfStars(String name) {
        return OF_STARS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether it counts something bad. */
    public static boolean isOfBad(String name) {
        return side(words(name)) == Side.BAD;
    }

    /** Whether it counts something good, by a word for it: a name such as {@code user_feedback} does not say. */
    public static boolean isOfGood(String name) {
        return side(words(name)) == Side.GOOD;
    }

    /** Whether a label is a fault by its name, as {@code hallucinated}: a number beside it may be how sure of that its judge is. */
    public static boolean isFault(String label) {
        return words(label).stream().anyMatch(NameWord.FAULT::is) && isOfBad(label);
    }

    /** A share that a score of this name was given, from 0 bad to 1 good. */
    public static double good(String name, double share) {
        return isOfBad(name) ? 1 - share : share;
    }

    private enum Side {
        GOOD,
        BAD,
        UNKNOWN
    }

    /** Of several words the good one tells, as in {@code like_dislike}; what was said not to be is the other side. */
    private static Side side(List<String> words) {
        boolean denied = words.stream().anyMatch(NameWord.NOT::is);
        if (BAD_TOGETHER.matcher(String.join(" ", words)).matches()) {
            return denied ? Side.GOOD : Side.BAD;
        }
        boolean bad = false;
        boolean good = false;
        for (int i = 0; i < words.size(); i++) {
            boolean isDenied = words.subList(0, i).stream().anyMatch(NameWord.NOT::is);
            boolean praise = isTurned(words, i, "up") || NameWord.GOOD.is(words.get(i));
            boolean blame = isBad(words, i);
            boolean undone = isDenied || words.contains("free") || isMet(words, i);
            if (praise && !isDenied) {
                return Side.GOOD;
            }
            bad |= praise || (blame && !undone);
            good |= blame && undone;
        }
        return bad ? Side.BAD : good ? Side.GOOD : Side.UNKNOWN;
    }

    private static boolean isBad(List<String> words, int i) {
        return isTurned(words, i, "down") || NameWord.BAD.is(words.get(i)) || NameWord.FAULT.is(words.get(i));
    }

    /** Up or down, of a thumb or a vote: much else goes up and down. */
    private static boolean isTurned(List<String> words, int i, String way) {
        return words.get(i).equals(way)
                && i > 0
                && (words.get(i - 1).startsWith("thumb") || words.get(i - 1).equals("vote"));
    }

    /** Whether it is a fault that a word behind it says to be dealt with, as in {@code error_recovery}. */
    private static boolean isMet(List<String> words, int i) {
        return NameWord.FAULT.is(words.get(i))
                && words.subList(i + 1, words.size()).stream().anyMatch(NameWord.MET::is);
    }

    private static List<String> words(String name) {
        return WORDS.splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
