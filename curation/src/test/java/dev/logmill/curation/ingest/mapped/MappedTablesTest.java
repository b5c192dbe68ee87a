package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.StoredBytes;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.privacy.Unchanged;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables read by a mapping. */
class MappedTablesTest {
    @TempDir
    private Path folder;

    private static List<String> answers(String mapping, String name, StoredBytes stored) throws IOException {
        RecordReader reader = new RecordReader(Mapped.by(mapping).log(), "demo", new Unchanged(), LocalDate.EPOCH, 1);
        List<Span> spans = new ArrayList<>();
        RawObject object = new RawObject("app", name, name, "", stored.getLength(), Optional.empty());
        try (RawPieces pieces = reader.pieces(object, stored, 1 << 20)) {
            pieces.forEachRemaining(piece -> reader.read(piece).fold(read -> spans.addAll(read.spans()), unreadable -> {
                throw new AssertionError(unreadable.toString());
            }));
        }
        return spans.stream()
                .map(span -> span.spanId() + ": "
                        + span.messagesOut().stream()
                                .map(Message::content)
                                .map(Optional::orElseThrow)
                                .toList())
                .toList();
    }

    @Test
    void rowsOfCsvAreRecords() throws IOException {
        assertThat(answers(
                        "'span':'/id','input':'/q','output':'/a'",
                        "calls.csv",
                        new StoredBytes("id,q,a\n1,hi,\"yo, man\"\n2,hey,bye\n")))
                .containsExactly("1: [yo, man]", "2: [bye]");
    }

    @Test
    void rowsThatAQueryFindsAreRecords() throws Exception {
        Path file = folder.resolve("runs.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table spans (id integer, attributes text)");
            statement.execute(
                    "insert into spans values (2, '{\"out\":{\"text\":\"bye\"}}'), (1, '{\"out\":{\"text\":\"yo\"}}')");
        }
        assertThat(answers(
                        "'query':'select * from spans order by id','span':'/id','output':'/attributes/out/text'",
                        "runs.db",
                        new StoredBytes(Files.readAllBytes(file))))
                .containsExactly("1: [yo]", "2: [bye]");
    }
}
