package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RecordSplitter;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Scan;
import dev.logmill.curation.privacy.detect.Signs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a record whose check fails to its row of the quarantine, which holds nothing of what the record said. */
class FailClosedTest {
    private static final Pseudonyms KEYED = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private static final String SAID = "Grzegorz";
    private static final String RECORD = """
            {"request":{"model":"m","messages":[{"role":"user","content":"%s"}]},\
            "response":{"choices":[{"message":{"role":"assistant","content":"hello"}}]}}
            """.formatted(SAID);

    /** What a detector does that should not. */
    private enum Fault implements Detector {
        THROWS {
            @Override
            public void find(Scan scan, String label, Consumer<Finding> sink) {
                throw new IllegalStateException("cannot read " + scan.text());
            }
        },
        FINDS_WHAT_IS_NOT_THERE {
            @Override
            public void find(Scan scan, String label, Consumer<Finding> sink) {
                sink.accept(new Finding("PERSON", 0, scan.text().length() + 1, scan.text()));
            }
        },
        RUNS_LONG {
            @Override
            public void find(Scan scan, String label, Consumer<Finding> sink) {
                long begun = System.nanoTime();
                while (System.nanoTime() - begun < 30_000_000) {
                    Thread.onSpinWait();
                }
            }
        };

        @Override
        public boolean mayFind(Signs signs) {
            return true;
        }
    }

    private static Reading read(List<Detector> detectors, List<Quarantine> refused) throws Exception {
        Redaction redaction = new ContentRedaction(
                KEYED, new Detectors(detectors, List.of(), List.of(), KeptWords.NONE), Duration.ofMillis(20));
        RecordReader reader = new RecordReader(new OpenAiLog(), "demo", redaction, LocalDate.EPOCH, 1);
        RawObject object = new RawObject("s", "file:/o.jsonl", "o.jsonl", "", RECORD.length(), Optional.empty());
        RawPiece piece = new RecordSplitter(1 << 20)
                .pieces(object, new ByteArrayInputStream(RECORD.getBytes(StandardCharsets.UTF_8)))
                .next();
        Reading reading = reader.read(piece);
        reading.fold(
                read -> List.of(),
                why -> List.of(
                        refused.add(reader.refused(object, piece, piece.digest().orElseThrow(), why))));
        return reading;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aRecordWhoseCheckFailsIsARowOfTheQuarantine(Fault fault) throws Exception {
        List<Quarantine> refused = new ArrayList<>();
        Reading reading = read(List.of(fault), refused);

        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        assertThat(refused).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo(QuarantineReason.PRIVACY_FAILURE);
            assertThat(row.detail())
                    .isEqualTo(
                            switch (fault) {
                                case THROWS -> "THROWS";
                                case FINDS_WHAT_IS_NOT_THERE -> "StringIndexOutOfBoundsException";
                                case RUNS_LONG -> "the check as a whole ran longer than PT0.02S";
                            });
            assertThat(row.toString()).doesNotContain(SAID);
        });
    }

    @Test
    void oneWhoseCheckEndsIsRead() throws Exception {
        List<Quarantine> refused = new ArrayList<>();
        assertThat(read(List.of(), refused)).isInstanceOf(Reading.Read.class);
        assertThat(refused).isEmpty();
    }

    @Test
    void whatBreaksIsAFailureThatDoesNotTellTheText() throws PrivacyFailure {
        assertThat(FailClosed.<String>checked(() -> "kept")).isEqualTo("kept");
        assertThatThrownBy(() -> FailClosed.checked(() -> {
                    throw new IllegalStateException("of ann@example.com");
                }))
                .isInstanceOfSatisfying(PrivacyFailure.class, failure -> assertThat(failure.detector())
                        .isEqualTo("IllegalStateException"))
                .hasMessageNotContaining("ann");
    }
}
