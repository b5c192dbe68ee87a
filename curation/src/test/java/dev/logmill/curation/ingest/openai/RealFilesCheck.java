package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.StoredBytes;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.privacy.Unchanged;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the payloads of real providers file by file, as they lie; run by name, see {@link RealData}. */
class RealFilesCheck {
    private static final String STREAMED = "response-streaming.json";

    private final Map<String, Span> answers = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();

    @Test
    void readsTheAnswersOfEveryApiThatItReads() throws IOException {
        Path root = RealData.folder().resolve("provider-payloads");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                read(root.relativize(file).toString(), file);
            }
        }
        System.out.printf("provider-payloads as they lie: %d answers read; refused: %s%n", answers.size(), refusals);
        assertThat(answers).hasSize(108).allSatisfy((place, span) -> {
            assertThat(span.messagesOut()).hasSize(1);
            assertThat(span.fidelity()).contains(Fidelity.MISSING_MESSAGES).doesNotContain(Fidelity.PARTIAL_STREAM);
        });
        assertThat(twins()).isEqualTo(53);
    }

    private void read(String place, Path file) throws IOException {
        RecordReader reader = new RecordReader(new OpenAiLog(), "demo", new Unchanged(), LocalDate.EPOCH, 1);
        RawObject object = new RawObject("real", place, place, "", 0, Optional.empty());
        try (RawPieces pieces = reader.pieces(object, new StoredBytes(Files.readAllBytes(file)), 1 << 26)) {
            pieces.forEachRemaining(piece -> record(place, reader, piece));
        }
    }

    private void record(String place, RecordReader reader, RawPiece piece) {
        reader.read(piece).fold(read -> answers.put(place, read.spans().get(0)), unread -> {
            refusals.merge(unread.detail(), 1, Integer::sum);
            return null;
        });
    }

    /** Two recordings of one request: what a model says may differ, what kind of answer it is may not. */
    private int twins() {
        List<String> twins = new ArrayList<>();
        answers.keySet().stream().filter(place -> place.endsWith(STREAMED)).forEach(place -> {
            Message streamed = answers.get(place).messagesOut().get(0);
            Span twin = answers.get(place.replace("-streaming", ""));
            if (twin != null && tools(twin.messagesOut().get(0)).equals(tools(streamed))) {
                twins.add(place);
            }
        });
        return twins.size();
    }

    private static List<String> tools(Message message) {
        return message.toolCalls().stream().map(ToolCall::name).toList();
    }
}
