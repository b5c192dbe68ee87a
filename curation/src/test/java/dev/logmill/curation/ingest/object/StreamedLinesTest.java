package dev.logmill.curation.ingest.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.StoredBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Chunks of streamed answers, a chunk a line. */
class StreamedLinesTest {
    private static String chunk(String id, String text) {
        return "{\"id\":\"%s\",\"piece\":\"%s\"}\n".formatted(id, text);
    }

    /** Of each record its place and the pieces in it. */
    private static List<String> read(String lines, int maxRecordBytes) throws IOException {
        RawObject object = new RawObject("app", "a.jsonl", "a.jsonl", "", 0, Optional.empty());
        ObjectForm form = Forms.streamed("a.jsonl", line -> line.has("piece"));
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        List<String> read = new ArrayList<>();
        try (RawPieces pieces = form.pieces(object, new StoredBytes(bytes), maxRecordBytes)) {
            pieces.forEachRemaining(piece -> read.add(piece.position()
                    + " "
                    + piece.fold(
                            StreamedLinesTest::said, broken -> broken.reason().name())));
        }
        return read;
    }

    private static String said(RawRecord record) {
        return StreamSupport.stream(record.body().spliterator(), false)
                .map(line -> line.path("piece").asText())
                .collect(Collectors.joining());
    }

    @Test
    void putsInterleavedAnswersTogetherByTheirIds() throws IOException {
        assertThat(read(chunk("a", "1") + chunk("b", "x") + chunk("a", "2") + chunk("b", "y"), 1 << 20))
                .containsExactly("1 12", "2 xy");
    }

    @Test
    void takesALineThatIsNoChunkForTheEndOfAllAnswers() throws IOException {
        assertThat(read(chunk("a", "1") + "{\"own\":1}\n" + chunk("a", "2"), 1 << 20))
                .containsExactly("1 1", "2 ", "3 2");
    }

    @Test
    void goesOnWithAnAnswerWhoseNeighbourIsTooLong() throws IOException {
        String lines = chunk("a", "1") + chunk("b", "x").repeat(20) + chunk("a", "2");
        assertThat(read(lines, 200)).containsExactlyInAnyOrder("1 12", "2 RECORD_TOO_LARGE");
    }

    @Test
    void endsAnAnswerThatIsSilentForLong() throws IOException {
        String lines = chunk("a", "1") + chunk("b", "x").repeat(1100) + chunk("a", "2");
        assertThat(read(lines, 1 << 20)).startsWith("1 1").endsWith("1102 2").hasSize(3);
    }

    /** Ollama's lines have no id, and say with each whether more will come. */
    @Test
    void endsAnAnswerWithTheLineThatSaysThatItIsDone() throws IOException {
        String more = "{\"model\":\"m\",\"done\":false,\"piece\":\"%s\"}\n";
        String last = "{\"model\":\"m\",\"done\":true}\n";
        assertThat(read(more.formatted("1") + more.formatted("2") + last + more.formatted("x") + last + last, 1 << 20))
                .containsExactly("1 12", "4 x", "6 ");
    }
}
