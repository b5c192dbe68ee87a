package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.EpochUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a mapping the names of a table's columns tell.
 *
 * @param columns their names
 * @param row a row of the table, by which a time's unit and the words of a vote are known; empty where it has none
 */
record ProposedFields(List<String> columns, JsonNode row) {
    /** By the key of a mapping the names that say it, the likeliest first. */
    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

    private static final Map<String, List<String>> TOKENS = new LinkedHashMap<>();
    private static final List<String> CONVERSATIONS = List.of(
            "conversation_id",
            "thread_id",
            "chat_id",
            "session_id",
            "dialog_id",
            "dialogue_id",
            "conversation",
            "session",
            "conv_id",
            "conv",
            "convo",
            "thread",
            "chat",
            "dialog",
            "dialogue");
    static final List<String> CREATED = List.of(
            "created_at",
            "started_at",
            "start_time",
            "sent_at",
            "occurred_at",
            "logged_at",
            "timestamp",
            "ts",
            "time",
            "datetime",
            "created",
            "at",
            "date");
    private static final List<String> TOOK =
            List.of("latency_ms", "duration_ms", "elapsed_ms", "took_ms", "latency_s", "duration_s");
    private static final List<String> THUMBS = List.of("thumb", "thumbs", "thumbs_up", "vote", "liked", "feedback");
    private static final List<String> RATINGS = List.of("rating", "stars", "user_rating", "score");
    private static final List<String> COMMENTS = List.of("comment", "feedback_text", "feedback_comment", "remark");

    static {
        NAMES.put(
                "trace",
                Stream.concat(Stream.of("trace_id"), CONVERSATIONS.stream()).toList());
        NAMES.put("span", List.of("span_id", "request_id", "call_id", "message_id", "id"));
        NAMES.put("parent", List.of("parent_span_id", "parent_id"));
        NAMES.put(
                "session",
                Stream.concat(Stream.of("session_id", "session"), CONVERSATIONS.stream())
                        .toList());
        NAMES.put(
                "user",
                List.of(
                        "user_id",
                        "user",
                        "username",
                        "user_name",
                        "userid",
                        "email",
                        "user_email",
                        "customer_id",
                        "customer_email",
                        "customer",
                        "account_id",
                        "login"));
        NAMES.put("agent", List.of("agent", "agent_name", "bot", "assistant", "app"));
        NAMES.put("system", List.of("system_prompt", "system"));
        NAMES.put("model", List.of("model", "model_name", "model_id"));
        NAMES.put("finish", List.of("finish_reason", "stop_reason"));
        NAMES.put("cost", List.of("cost_usd", "cost", "total_cost"));
        NAMES.put("error-type", List.of("error_type", "error_code"));
        NAMES.put("error", List.of("error", "error_message", "exception"));
        TOKENS.put("input", List.of("prompt_tokens", "input_tokens", "tokens_in"));
        TOKENS.put("output", List.of("completion_tokens", "output_tokens", "tokens_out"));
        TOKENS.put("cache-read", List.of("cached_tokens", "cache_read_tokens", "cache_read_input_tokens"));
        TOKENS.put("reasoning", List.of("reasoning_tokens"));
    }

    /** The column of one of some names. */
    Optional<String> column(List<String> names) {
        return names.stream()
                .flatMap(name -> columns.stream().filter(column -> column.equalsIgnoreCase(name)))
                .findFirst();
    }

    /** The column of the person behind it. */
    Optional<String> user() {
        return column(NAMES.getOrDefault("user", List.of()));
    }

    /** The column that a conversation's messages share. */
    Optional<String> conversation() {
        return column(CONVERSATIONS);
    }

    /** The lines of a mapping, indented. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        NAMES.forEach((key, names) -> column(names).ifPresent(column -> lines.add("  %s: /%s".formatted(key, column))));
        column(CREATED).ifPresent(column -> lines.add("  started: " + time(column, column)));
        column(List.of("ended_at", "end_time", "finished_at", "completed_at"))
                .ifPresent(column -> lines.add("  ended: " + time(column, column)));
        column(TOOK)
                .ifPresent(column -> lines.add("  took: {at: /%s, unit: %s}"
                        .formatted(column, column.toLowerCase(Locale.ROOT).endsWith("_ms") ? "ms" : "s")));
        List<String> tokens = TOKENS.entrySet().stream()
                .flatMap(count ->
                        column(count.getValue()).stream().map(column -> "%s: /%s".formatted(count.getKey(), column)))
                .toList();
        if (!tokens.isEmpty()) {
            lines.add("  usage: {%s}".formatted(String.join(", ", tokens)));
        }
        signal().ifPresent(lines::add);
        return lines;
    }

    /** A time's address, with its unit where the row has a number. */
    String time(String column, String address) {
        JsonNode value = row.path(column);
        if (!value.isNumber()) {
            return "/" + address;
        }
        String unit =
                switch (EpochUnit.ofMagnitude(value.doubleValue())) {
                    case SECONDS -> "s";
                    case MILLIS -> "ms";
                    case MICROS -> "us";
                    case NANOS -> "ns";
                };
        return "{at: /%s, unit: %s}".formatted(address, unit);
    }

    private Optional<String> signal() {
        Optional<String> comment = column(COMMENTS);
        String text = comment.map(column -> ", text: /" + column).orElse("");
        Optional<String> thumb = column(THUMBS).map(column -> "channel: thumb, value: /%s, %s"
                .formatted(
                        column,
                        row.path(column).isTextual()
                                ? "values: {up: 1, down: 0}"
                                : isBelowZero(column) ? "min: -1, max: 1" : "min: 0, max: 1"));
        String halfway = column(THUMBS)
                .filter(this::isBelowZero)
                .map(("   # a 0 is halfway; where it means that nobody voted, ask for nullif(%1$s, 0) as %1$s"
                        + " instead of %1$s")::formatted)
                .orElse("");
        return thumb.or(() -> column(RATINGS).map(column -> "channel: rating, value: /%s, %s"
                        .formatted(
                                column, row.path(column).doubleValue() % 1 == 0 ? "min: 1, max: 5" : "min: 0, max: 1")))
                .map(said -> said + text)
                .or(() -> comment.map(column -> "channel: rating, text: /" + column))
                .map(said -> "  signals: [{%s}]%s".formatted(said, halfway));
    }

    private boolean isBelowZero(String column) {
        return row.path(column).doubleValue() < 0;
    }
}
