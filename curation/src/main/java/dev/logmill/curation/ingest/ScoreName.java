package dev.logmill.curation.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the name that a team gave a score tells of it: whether users gave it, and whether it counts something bad, so that 1 says what
 * 0 says elsewhere. {@code thumbs_down: 1} and {@code isBad: true} are no praise.
 */
public final class ScoreName {
    private static final Pattern OF_USERS = Pattern.compile(
            ".*(thumb|like(?![lnw])|user|feedback|csat|rating|vote|complain|\uD83D\uDC4D|\uD83D\uDC4E).*");

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\uD83D\uDC4D\uD83D\uDC4E]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Set<String> BAD = Set.of(
            "thumbdown",
            "thumbsdown",
            "dislike",
            "dislikes",
            "disliked",
            "downvote",
            "downvotes",
            "downvoted",
            "unhelpful",
            "useless",
            "negative",
            "complaint",
            "complaints",
            "complained",
            "dissatisfied",
            "dissatisfaction",
            "unsatisfied",
            "flagged",
            "bad",
            "wrong",
            "incorrect",
            "\uD83D\uDC4E");

    /** What, said not to be, is bad; and what a name has that is of both sides, as {@code like_dislike}. */
    private static final Set<String> GOOD = Set.of(
            "like",
            "likes",
            "liked",
            "up",
            "upvote",
            "upvoted",
            "helpful",
            "useful",
            "positive",
            "good",
            "right",
            "correct",
            "satisfied",
            "solved",
            "resolved",
            "\uD83D\uDC4D");

    private static final Set<String> NOT = Set.of("not", "no", "non", "never");

    private ScoreName() {}

    /** Whether users gave it, rather than a judge. */
    public static boolean isOfUsers(String name) {
        return OF_USERS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether it counts something bad. */
    public static boolean isOfBad(String name) {
        List<String> words = WORDS.splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        boolean bad = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean denied = i > 0 && NOT.contains(words.get(i - 1));
            boolean down = word.equals("down")
                    && i > 0
                    && (words.get(i - 1).startsWith("thumb") || words.get(i - 1).equals("vote"));
            if (GOOD.contains(word) && !denied) {
                return false;
            }
            bad |= denied ? GOOD.contains(word) : down || BAD.contains(word);
        }
        return bad;
    }

    /** A share that a score of this name was given, from 0 bad to 1 good. */
    public static double good(String name, double share) {
        return isOfBad(name) ? 1 - share : share;
    }
}
