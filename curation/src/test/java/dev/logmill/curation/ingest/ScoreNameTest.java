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
                "hallucination",
                "Hallucination Metric",
                "is_hallucination",
                "hallucinated",
                "toxic",
                "severe_toxicity",
                "isToxic",
                "has_pii",
                "containsPII",
                "PIILeakage",
                "is_spam",
                "jailbreak",
                "jailbreak_success",
                "harmfulness",
                "is_harmful",
                "unsafe",
                "policy_violation",
                "safety_violation",
                "prompt_injection",
                "error",
                "error_rate",
                "failed",
                "bug_report",
                "bias",
                "refusal",
                "rudeness",
                "profanity",
                "reported",
                "escalated",
                "frustration",
                "user frustrated",
                "misleading",
                "misleading_explanation",
                "needs_improvement",
                "moderation_metric",
                "false_positive",
                "poor_quality",
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
                "no_hallucination",
                "no_prompt_injection",
                "non_toxic",
                "nontoxic",
                "hallucination_free",
                "free_of_bias",
                "error_free",
                "without_errors",
                "contains_no_pii",
                "safety",
                "groundedness",
                "harmlessness",
                "error_recovery",
                "error_handling",
                "jailbreak_resistance",
                "pii_redaction",
                "complaint_resolution",
                "appropriate_refusal",
                "pass_or_fail",
                "self_reported_satisfaction",
                "relevance",
                "Moderation",
                "problem_understanding",
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
