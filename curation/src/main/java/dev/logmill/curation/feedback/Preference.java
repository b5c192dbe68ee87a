package dev.logmill.curation.feedback;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Two answers to the same input, one of them preferred: one row of table preferences. */
public record Preference(
        @Doc("Digest of input, chosen and rejected") String preferenceId,

        @Doc("Digest of agent, input and tools, as in pairs")
        String inputId,

        @Doc("The agent") String agent,
        @Doc("The pair whose answer was rejected") String rejectedPairId,

        @Doc("The pair whose answer was chosen; absent where a person wrote it")
        Optional<String> chosenPairId,

        @Doc("Where it comes from: correction or regeneration")
        String origin,

        @Doc("Messages as the model saw them") List<Message> input,
        @Doc("Tools as they were offered") List<Tool> tools,
        @Doc("The better answer") Message chosen,
        @Doc("The worse answer") Message rejected,
        @Doc("The night that first made it") LocalDate firstNight,
        @Doc("The scoring that last made it") long batch) {
    public Preference {
        input = List.copyOf(input);
        tools = List.copyOf(tools);
    }

    /** The same preference, first made on this night. */
    public Preference since(LocalDate night) {
        return RecordShape.of(Preference.class).with(this, "first_night", night);
    }
}
