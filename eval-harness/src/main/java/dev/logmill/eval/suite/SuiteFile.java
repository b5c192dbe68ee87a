package dev.logmill.eval.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A case as a line of {@code cases.jsonl}, and back. Other tools read these lines: their keys are a contract, which the
 * module's README describes.
 */
public final class SuiteFile {
    /** The file of a version's cases. */
    public static final String NAME = "cases.jsonl";

    private static final List<String> NEEDED =
            List.of("case_id", "suite", "stratum", "inclusion_prob", "source", "messages", "graders");

    /** How often a job ran on one machine is no part of a published case. */
    private static final long UNKNOWN_BATCH = 0;

    private SuiteFile() {}

    /** The line, without its end. */
    public static String line(Case one) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("case_id", one.caseId()).put("suite", one.suite()).put("agent", one.agent());
        json.put("stratum", one.stratum()).put("inclusion_prob", one.inclusionProbability());
        json.put("traffic_weight", one.trafficWeight()).put("leak_group", one.leakGroup());
        json.set("source", source(one));
        ArrayNode messages = json.putArray("messages");
        one.input().forEach(message -> messages.add(ChatJson.message(message)));
        ArrayNode tools = json.putArray("tools");
        one.tools().forEach(tool -> tools.add(ChatJson.tool(tool)));
        one.responseFormat().ifPresent(format -> json.set("response_format", ChatJson.document(format)));
        one.reference().ifPresent(answer -> target(json, answer));
        one.referenceOrigin()
                .ifPresent(origin -> json.put("target_origin", origin).put("target_signals", one.referenceSignals()));
        one.referencePairId().ifPresent(pair -> json.put("target_pair_id", pair));
        ArrayNode graders = json.putArray("graders");
        one.graders().forEach(spec -> graders.add(grader(spec)));
        return Json.canonical(json);
    }

    private static ObjectNode source(Case one) {
        return Json.MAPPER
                .createObjectNode()
                .put("project", one.project())
                .put("trace_id", one.traceId())
                .put("span_id", one.spanId())
                .put("run_id", one.runId())
                .put("pair_id", one.pairId())
                .put("input_id", one.inputId())
                .put("first_night", one.firstNight().toString());
    }

    /** A right answer is its text, and the calls beside it; how it was reasoned is no part of what is right. */
    private static void target(ObjectNode json, Message answer) {
        answer.content().ifPresent(text -> json.put("target", text));
        if (!answer.toolCalls().isEmpty()) {
            json.set("target_tool_calls", ChatJson.calls(answer.toolCalls()));
        }
    }

    private static ObjectNode grader(GraderSpec spec) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("type", spec.kind().name().toLowerCase(Locale.ROOT));
        json.put("weight", spec.weight()).put("required", spec.required());
        json.set("settings", ChatJson.document(spec.settings()));
        return json;
    }

    /**
     * The case of a line.
     *
     * @throws IllegalArgumentException where the line is no case of this form
     */
    public static Case read(String line) {
        JsonNode json = parsed(line);
        NEEDED.stream().filter(key -> !json.has(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("A case lacks " + key);
        });
        JsonNode source = json.path("source");
        List<Message> messages = new ArrayList<>();
        json.path("messages").forEach(message -> messages.add(ChatJson.readMessage(message)));
        List<Tool> tools = new ArrayList<>();
        json.path("tools").forEach(tool -> tools.add(ChatJson.readTool(tool)));
        List<GraderSpec> graders = new ArrayList<>();
        json.path("graders").forEach(grader -> graders.add(readGrader(grader)));
        return new Case(
                json.path("case_id").asText(),
                json.path("suite").asText(),
                json.path("agent").asText(),
                json.path("stratum").asText(),
                json.path("inclusion_prob").asDouble(),
                json.path("traffic_weight").asDouble(),
                json.path("leak_group").asText(),
                source.path("input_id").asText(),
                source.path("pair_id").asText(),
                source.path("run_id").asText(),
                source.path("project").asText(),
                source.path("trace_id").asText(),
                source.path("span_id").asText(),
                messages,
                tools,
                ChatJson.canonical(json, "response_format"),
                readTarget(json),
                ChatJson.text(json, "target_origin"),
                ChatJson.text(json, "target_pair_id"),
                json.path("target_signals").asInt(),
                graders,
                LocalDate.parse(source.path("first_night").asText()),
                UNKNOWN_BATCH);
    }

    private static JsonNode parsed(String line) {
        try {
            return Json.parse(line);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A case is no JSON", broken);
        }
    }

    private static Optional<Message> readTarget(JsonNode json) {
        Message answer = new Message(
                Role.ASSISTANT,
                ChatJson.text(json, "target"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChatJson.readCalls(json.path("target_tool_calls")),
                List.of());
        return json.has("target_origin") ? Optional.of(answer) : Optional.empty();
    }

    private static GraderSpec readGrader(JsonNode json) {
        return new GraderSpec(
                GraderKind.valueOf(json.path("type").asText().toUpperCase(Locale.ROOT)),
                json.path("weight").asDouble(),
                json.path("required").asBoolean(),
                Json.canonical(json.path("settings")));
    }
}
