package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Json;
import java.util.Optional;

/** What an agent does: its prompts, its tasks, and the right and wrong answers, all from the texts alone. */
interface Craft {
    /** Stands in its system prompts and in no other agent's. */
    String mark();

    String system(int version);

    SimulatedTask task(Dice dice, int version);

    /** The right answer; nothing, where the prompt is none of its tasks. */
    Optional<ModelReply> solve(Chat chat);

    /** An answer that is wrong but might pass at a glance. */
    ModelReply miss(Chat chat, ModelReply right, Dice dice);

    /** How often version {@code version} is right at middling difficulty. */
    double skill(int version);

    /** The tools that it may call, as chat completions declare them. */
    default ArrayNode tools() {
        return Json.MAPPER.createArrayNode();
    }
}
