package dev.logmill.curation.ingest.nat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FinishReasons;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step tells of the call of a model beside its messages. */
final class StepCall {
    private final Step step;
    private final Fields fields;

    StepCall(Step step, Fields fields) {
        this.step = step;
        this.fields = fields;
        JsonNode ran = StepTalk.first(step.end(), event -> event.metadata().path("tool_outputs"));
        if (ran.isArray() && !ran.isEmpty()) {
            fields.note(Fidelity.PROVIDER_TOOLS);
            fields.keep("metadata.tool_outputs", ran);
        }
    }

    /** The start names the model that was asked for, the end the one that answered, where the framework knows it. */
    Optional<Model> model() {
        JsonNode generation = StepTalk.generation(step);
        JsonNode message = StepTalk.answer(step);
        Optional<String> finish = Stream.of(
                        message.path("response_metadata"), generation.path("generation_info"), generation)
                .flatMap(place ->
                        Stream.of("finish_reason", "stop_reason").flatMap(name -> Fields.filled(place, name).stream()))
                .findFirst()
                .map(FinishReasons::normalised)
                .or(fields::finish);
        Model model = new Model(
                Optional.empty(), name(step.start()), name(step.end()), Optional.empty(), Optional.empty(), finish);
        boolean known = model.requested().isPresent() || model.responded().isPresent() || finish.isPresent();
        return known ? Optional.of(model) : Optional.empty();
    }

    private static Optional<String> name(Optional<StepEvent> event) {
        return event.flatMap(told -> Fields.filled(told.payload(), "name"));
    }

    /** Tokens as the end counts them. The toolkit writes a zero where it knows nothing. */
    Optional<Usage> usage() {
        JsonNode counted = StepTalk.first(
                step.end(), event -> event.payload().path("usage_info").path("token_usage"));
        Usage usage = new Usage(
                count(counted, "prompt_tokens"),
                count(counted, "completion_tokens"),
                count(counted, "cached_tokens"),
                Optional.empty(),
                count(counted, "reasoning_tokens"));
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }

    private static Optional<Long> count(JsonNode counted, String name) {
        return Fields.count(counted, name).filter(tokens -> tokens > 0);
    }

    List<Tool> tools() {
        ObjectNode request = Json.MAPPER.createObjectNode();
        request.set(
                "tools", StepTalk.first(step.start(), event -> event.metadata().path("tools_schema")));
        return new OfferedTools(fields).of(request);
    }
}
