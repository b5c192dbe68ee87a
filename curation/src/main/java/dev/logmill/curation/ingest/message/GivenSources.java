package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Set;

/**
 * Sources that whoever asks gives an Anthropic model to cite, in blocks of their own: {@code {type: search_result, source, title,
 * content: [...]}} and {@code {type: document, source: {type: content, content: [...]}}}. The model read them: they are text of
 * the message.
 *
 * @see <a href="https://docs.anthropic.com/en/docs/build-with-claude/search-results">Search results</a>
 */
final class GivenSources implements PartForm {
    private static final Set<String> RESULT = Set.of("type", "content");
    private static final Set<String> DOCUMENT = Set.of("type", "source");

    @Override
    public boolean fits(JsonNode part) {
        String type = Fields.word(part, "type");
        return (type.equals("search_result") && part.has("content"))
                || (type.equals("document") && part.path("source").has("content"));
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        boolean result = reading.type().equals("search_result");
        JsonNode holder = result ? reading.part() : reading.part().path("source");
        String place = reading.place() + (result ? ".content" : ".source.content");
        reading.content().read(holder.path("content"), place, reading.into());
        reading.into().endText();
        reading.rest(result ? RESULT : DOCUMENT);
    }
}
