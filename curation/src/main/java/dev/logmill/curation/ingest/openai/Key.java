package dev.logmill.curation.ingest.openai;

import java.util.List;

/** What a log says beside request and response, under the names that it goes by; the first name that is there counts. */
@SuppressWarnings("ImmutableEnumChecker") // The names are a List.of.
enum Key {
    TRACE("trace_id", "traceId", "trace"),
    SPAN("span_id", "spanId", "request_id", "requestId"),
    PARENT("parent_span_id", "parentSpanId", "parent_id", "parentId"),
    SESSION(
            "session_id",
            "sessionId",
            "conversation_id",
            "thread_id",
            "Helicone-Session-Id",
            "helicone-session-id",
            "helicone_session_id"),
    SUBJECT(
            "user",
            "user_id",
            "userId",
            "end_user",
            "end_user_id",
            "user_api_key_end_user_id",
            "user_api_key_user_id",
            "user_email",
            "request_user_id",
            "_user",
            "user_api_key_user_email"),
    AGENT("agent", "agent_name", "workload_id"),
    AGENT_VERSION("agent_version"),
    PROJECT("project", "project_id"),
    GROUP("group_id", "task_id"),
    NAME("name", "operation", "call_type"),
    PROVIDER("provider", "custom_llm_provider"),
    COST("cost_usd", "response_cost", "cost"),
    START(
            "start_time",
            "startTime",
            "started_at",
            "request_created_at",
            "timestamp",
            "timestamp_ms",
            "created_at",
            "createdAt",
            "requestedAt",
            "logging_time",
            "ts",
            "@timestamp"),
    END("end_time", "endTime", "ended_at", "response_created_at", "receivedAt"),
    LATENCY("latency_ms", "duration_ms", "latencyMs", "durationMs", "delay_ms"),
    VERSION("updated_at", "updatedAt"),
    STATUS("status", "status_code", "statusCode", "http_status", "response_status"),
    FEEDBACK("feedback", "feedback_rating"),
    /** What users say beside a mark. */
    COMMENT("feedback_comment", "feedback_text", "user_comment", "comment"),
    FEEDBACK_TIME("feedback_created_at"),
    VOTE(
            "thumbs",
            "thumb",
            "vote",
            "user_vote",
            "user_feedback",
            "userFeedback",
            "reaction",
            "user_reaction",
            "feedback_type",
            "feedbackType",
            "feedback_label",
            "feedback_sentiment"),
    UP(
            "thumbs_up",
            "thumbsUp",
            "thumb_up",
            "upvote",
            "upvoted",
            "liked",
            "like",
            "helpful",
            "is_helpful",
            "isHelpful",
            "was_helpful",
            "is_positive"),
    DOWN("thumbs_down", "thumbsDown", "thumb_down", "downvote", "downvoted", "disliked", "dislike"),
    RATING("rating", "user_rating", "userRating"),
    SCORE("score", "feedback_score", "feedbackScore", "user_score"),
    /** What the answer should have been. */
    CORRECTION(
            "correction",
            "corrected",
            "corrected_output",
            "correctedOutput",
            "corrected_answer",
            "corrected_response",
            "user_correction",
            "edited_response",
            "edited_output",
            "edited_answer"),
    SCORES("scores"),
    OUTCOME("outcome", "reward");

    private final List<String> names;

    Key(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }
}
