package dev.logmill.curation.pair;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A clean input and output, ready to learn from: one row of table {@code pairs}. Exact duplicates are one row; who
 * produced it and how often is in {@link Provenance}.
 */
public record Pair(
        @Doc("Digest of agent, unit, input, tools, response format and output")
        String pairId,

        @Doc("Digest of agent, input, tools and response format: pairs that share it answer the same question")
        String inputId,

        @Doc("What it pairs") PairUnit unit,
        @Doc("The agent that produced it") String agent,
        @Doc("Messages as the model saw them, oldest first") List<Message> input,
        @Doc("Tools as they were offered") List<Tool> tools,

        @Doc("Canonical JSON of the request's response_format, where it set one")
        Optional<String> responseFormat,

        @Doc("The assistant message to learn") Message output,
        @Doc("The night that first made it") LocalDate firstNight,

        @Doc("The curation that first made it; grows by one a curation")
        long batch) {
    public Pair {
        input = List.copyOf(input);
        tools = List.copyOf(tools);
    }
}
