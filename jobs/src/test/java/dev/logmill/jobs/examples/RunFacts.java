package dev.logmill.jobs.examples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.pair.PairMaker;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs of real conversations with their step pairs, as lines for {@code .ci/real/compare.py}. */
final class RunFacts {
    private final List<String> lines = new ArrayList<>();

    /** The run of one record's spans. */
    Run add(String place, List<Span> spans) {
        Run run = RunAssembler.assemble(spans, 1).get(0);
        ObjectNode fact = Json.MAPPER.createObjectNode().put("at", place).put("trace", run.traceId());
        fact.put("group", spans.get(0).groupId().orElse(null))
                .put("agent", spans.get(0).agent().orElse(null))
                .put("outcome", run.outcome().orElse(null))
                .put("start", run.startedAt().map(String::valueOf).orElse(null))
                .put("end", run.endedAt().map(String::valueOf).orElse(null))
                .put("cost", run.costUsd().orElse(null))
                .put("failed_tools", failedTools(spans));
        ArrayNode usage = fact.putArray("usage");
        ArrayNode steps = fact.putArray("steps");
        spans.stream().filter(span -> span.kind() == SpanKind.LLM).forEach(span -> usage.addArray()
                .add(span.usage().flatMap(Usage::inputTokens).orElse(null))
                .add(span.usage().flatMap(Usage::outputTokens).orElse(null)));
        for (Candidate pair : PairMaker.pairs(run)) {
            if (pair.unit() == PairUnit.STEP) {
                steps.addArray()
                        .add(pair.input().size())
                        .add(digest(pair.input()))
                        .add(digest(List.of(pair.output().orElseThrow())));
            }
        }
        lines.add(fact.toString());
        return run;
    }

    void write(String file) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "real")).resolve(file), lines);
    }

    private static long failedTools(List<Span> spans) {
        return spans.stream()
                .filter(span -> span.kind() == SpanKind.TOOL && span.status() == Status.ERROR)
                .count();
    }

    private static String digest(List<Message> messages) {
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            text.append(message.role().name().toLowerCase(Locale.ROOT)).append('\1');
            text.append(message.content().orElse("")).append('\1');
            text.append(message.name().orElse("")).append('\1');
            message.toolCalls().forEach(call -> text.append(call.name())
                    .append('\1')
                    .append(call.arguments())
                    .append('\1'));
            text.append('\2');
        }
        return Digest.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
