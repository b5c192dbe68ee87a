package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.FinishReasons;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why an answer ended, and the log's words for it. */
record FinishFields(Optional<Address> at, Map<String, Finish> words) implements Serializable {
    /** Why an answer ended, in OpenAI's words. */
    enum Finish {
        STOP,
        LENGTH,
        TOOL_CALLS,
        CONTENT_FILTER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FinishFields read(MappingKeys keys) {
        FinishFields finish = new FinishFields(keys.address("finish"), keys.choices("finishes", Finish.class));
        keys.require(
                finish.at().isPresent() || finish.words().isEmpty(), "has finishes, but no finish that tells the word");
        return finish;
    }

    /** The reason that a record tells, in the words that are used everywhere. */
    Optional<String> in(MappedRecord record) throws UnreadableRecord {
        return record.text(at).map(word -> Optional.ofNullable(words.get(word))
                .map(Finish::word)
                .orElseGet(() -> FinishReasons.normalised(word)));
    }
}
