package dev.logmill.curation.ingest.message;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words and signs that people and judges mark an answer with: the one list of them, for every dialect. */
final class MarkWords {
    static final Set<String> GOOD = in("""
            up thumbs_up thumb_up thumbsup thumbup upvote upvoted like liked love loved positive helpful useful
            good great excellent perfect amazing yes true 1 +1 success succeeded successful solved resolved pass passed
            correct right accurate factual grounded faithful relevant appropriate compliant
            accept accepted acceptable approve approved satisfied happy safe harmless unbiased \uD83D\uDC4D
            """);
    static final Set<String> BAD = in("""
            down thumbs_down thumb_down thumbsdown thumbdown downvote downvoted dislike disliked hate hated negative
            unhelpful useless bad poor terrible awful no false 0 -1 failure failed fail unsuccessful unsolved unresolved
            escalated incorrect wrong inaccurate hallucinated ungrounded unfaithful irrelevant unrelated inappropriate
            reject rejected unacceptable dissatisfied unsatisfied unhappy
            unsafe harmful toxic biased misleading offensive \uD83D\uDC4E
            """);
    static final Set<String> THUMBS = in("""
            up down thumbs_up thumbs_down thumb_up thumb_down thumbsup thumbsdown thumbup thumbdown
            like dislike liked disliked upvote downvote upvoted downvoted +1 -1 \uD83D\uDC4D \uD83D\uDC4E
            """);
    /** What a form says that nobody has filled in. */
    static final Set<String> NONE =
            in("none neutral n/a na unset unrated null skip skipped pending no_feedback not_rated");
    /** Answers to a question, which the name of a score may ask either way. */
    static final Set<String> YES_OR_NO = in("true false yes no 1 0");

    private MarkWords() {}

    private static Set<String> in(String words) {
        return Pattern.compile("\\s+").splitAsStream(words.strip()).collect(Collectors.toUnmodifiableSet());
    }
}
