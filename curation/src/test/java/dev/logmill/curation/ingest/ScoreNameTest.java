package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "thumbs_down",
                "thumbs-down",
                "thumbsDown",
                "ThumbDown",
                "thumbsdown",
                "vote down",
                "disliked",
                "downvote",
                "not_helpful",
                "isNotUseful",
                "is_bad",
                "badAnswer",
                "user_complaint",
                "user_feedback_negative",
                "flagged",
                "\uD83D\uDC4E"
            })
    void knowsWhatCountsSomethingBad(String name) {
        assertThat(ScoreName.isOfBad(name)).isTrue();
        assertThat(ScoreName.good(name, 1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thumbs_up",
                "thumbs_up_down",
                "like_dislike",
                "not_bad",
                "no_complaint",
                "helpful",
                "correctness",
                "countdown",
                "drill down",
                "user_feedback",
                ""
            })
    void leavesWhatCountsSomethingGoodOrBoth(String name) {
        assertThat(ScoreName.isOfBad(name)).isFalse();
        assertThat(ScoreName.good(name, 0.25)).isEqualTo(0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thumbs", "userRating", "downvote", "dislike", "CSAT", "complaints"})
    void knowsWhatUsersGave(String name) {
        assertThat(ScoreName.isOfUsers(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"likelihood", "faithfulness", "unlikely", "helpfulness"})
    void leavesTheOthersToJudges(String name) {
        assertThat(ScoreName.isOfUsers(name)).isFalse();
    }
}
