package dev.logmill.curation.feedback;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Wording;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.time.LocalDate;
import java.util.Optional;

/** Better and worse answers to one input, from what people did. */
public final class PreferenceMaker {
    private final LocalDate night;
    private final long batch;

    public PreferenceMaker(LocalDate night, long batch) {
        this.night = night;
        this.batch = batch;
    }

    /** A correction is better than what it corrects; nothing where it says the same. */
    public Optional<Preference> corrected(Pair pair, String correction) {
        return made(pair, Message.of(Role.ASSISTANT, correction.strip()), Optional.empty(), "correction");
    }

    /** An answer that was kept is better than the one that was asked again; nothing where they are the same. */
    public Optional<Preference> regenerated(Pair rejected, Pair kept) {
        return rejected.inputId().equals(kept.inputId())
                ? made(rejected, kept.output(), Optional.of(kept.pairId()), "regeneration")
                : Optional.empty();
    }

    private Optional<Preference> made(Pair rejected, Message chosen, Optional<String> chosenPairId, String origin) {
        boolean says = chosen.content().filter(text -> !text.isBlank()).isPresent()
                || !chosen.toolCalls().isEmpty();
        if (!says || Wording.of(chosen).equals(Wording.of(rejected.output()))) {
            return Optional.empty();
        }
        String id = Digest.of(
                        rejected.pairId(),
                        origin,
                        chosen.content().orElse(""),
                        chosen.toolCalls().toString())
                .id();
        return Optional.of(new Preference(
                id,
                rejected.inputId(),
                rejected.agent(),
                rejected.pairId(),
                chosenPairId,
                origin,
                rejected.input(),
                rejected.tools(),
                chosen,
                rejected.output(),
                night,
                batch));
    }
}
