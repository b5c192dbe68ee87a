package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of an answer that lists them in {@code data}: {@code {object: "list", data}} of a provider, which kept its answers, {@code
 * {data, error}} of Helicone and {@code {data, total, page, page_size, total_pages}} of LiteLLM, whose rows are logged calls; or what Anthropic is asked
 * in a batch, {@code {requests: [{custom_id, params}]}}.
 */
final class Listed {
    private static final String REQUESTS = "requests";
    private static final Set<String> BESIDE_CALLS =
            Set.of("data", "error", "total", "page", "page_size", "total_pages");

    private Listed() {}

    /** The rows, each a record of its own; nothing where the document lists none. */
    static Optional<List<RawRecord>> in(RawRecord document) {
        JsonNode body = document.body();
        if (body.size() == 1 && all(body.path(REQUESTS), BatchLine::isOne)) {
            return Optional.of(rows(document, REQUESTS, false));
        }
        JsonNode list = body.path("data");
        boolean answers = Fields.word(body, "object").equals("list") && all(list, KnownApi::anyAnswers);
        boolean calls = body.properties().stream().allMatch(field -> BESIDE_CALLS.contains(field.getKey()))
                && all(list, Listed::isCall);
        if (!answers && !calls) {
            return Optional.empty();
        }
        return Optional.of(rows(document, "data", answers));
    }

    private static List<RawRecord> rows(RawRecord document, String name, boolean answers) {
        JsonNode list = document.body().path(name);
        List<RawRecord> records = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String digest = Digest.of("listed", Json.canonical(list.path(i))).hex();
            JsonNode row = answers ? BareAnswer.asRecord(list.path(i)) : list.path(i);
            records.add(document.inside("/%s/%d".formatted(name, i), digest, row));
        }
        return records;
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> fit) {
        return list.isArray()
                && !list.isEmpty()
                && StreamSupport.stream(list.spliterator(), false).allMatch(fit);
    }

    /** Whether a row holds both what was asked and what was answered, be it that the latter is empty. */
    private static boolean isCall(JsonNode row) {
        return Stream.concat(Envelope.REQUESTS.stream(), Stream.of("messages")).anyMatch(row::has)
                && Stream.of("response", "response_body").anyMatch(row::has);
    }
}
