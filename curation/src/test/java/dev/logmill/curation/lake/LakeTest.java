package dev.logmill.curation.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    private static final Table<Span> SPANS =
            new Table<>("spans", "one span", List.of("source", "project", "trace_id", "span_id"), Span.class);

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(folder.toString(), StorageSettings.defaults());
    }

    @Test
    void givesBackEveryFieldOfARow() {
        Span full = span("a", 3).toBuilder()
                .parentSpanId(Optional.of("root"))
                .startedAt(Optional.of(Instant.parse("2026-11-01T10:00:00.123456Z")))
                .usage(Optional.of(new Usage(
                        Optional.of(7L), Optional.empty(), Optional.empty(), Optional.of(1L), Optional.empty())))
                .messagesIn(List.of(Message.of(Role.USER, "größer\n\"so\""), Message.of(Role.SYSTEM, "")))
                .messagesOut(List.of(Message.calling(List.of(new ToolCall("c1", "find", "{\"a\":1}")))))
                .note(Fidelity.MULTIMODAL)
                .outcome(Optional.of(0.25))
                .build();
        lake.append(SPANS, List.of(full, span("b", 3)));
        assertThat(lake.rows(SPANS)).containsExactlyInAnyOrder(full, span("b", 3));
    }

    @Test
    void aTableThatNothingWasWrittenToHasNoRowsAndNoVersion() {
        assertThat(lake.state(SPANS)).isEqualTo(new TableState<>(SPANS, -1, List.of()));
    }

    @Test
    void aFileThatIsNotCommittedIsNoPartOfTheTable() {
        lake.append(SPANS, List.of(span("a", 1)));
        lake.write(SPANS, List.of(span("b", 2)).iterator());
        assertThat(lake.rows(SPANS)).containsExactly(span("a", 1));
    }

    @Test
    void aRemovedFileTakesItsRowsWithIt() {
        TableState<Span> first = appended(List.of(span("a", 1)));
        lake.append(SPANS, List.of(span("b", 2)));
        lake.commit(SPANS, List.of(), first.files());
        assertThat(lake.rows(SPANS)).containsExactly(span("b", 2));
    }

    @Test
    void restoringBringsRemovedRowsBackAndTakesNewOnesAway() {
        TableState<Span> first = appended(List.of(span("a", 1)));
        lake.commit(SPANS, lake.write(SPANS, List.of(span("b", 2)).iterator()), first.files());
        lake.restore(SPANS, first.version());
        lake.restore(SPANS, first.version());
        assertThat(lake.rows(SPANS)).containsExactly(span("a", 1));
    }

    @Test
    void restoringATableThatDidNotExistEmptiesIt() {
        lake.append(SPANS, List.of(span("a", 1)));
        lake.restore(SPANS, -1);
        assertThat(lake.rows(SPANS)).isEmpty();
    }

    @Test
    void keepsRangesOfNumbersAndDatesAndOfNothingElse() {
        TableState<Span> state = appended(List.of(span("a", 3), span("b", 5)));
        DataFile file = new Lake(folder.toString(), StorageSettings.defaults())
                .state(SPANS)
                .files()
                .get(0);
        assertThat(file).isEqualTo(state.files().get(0));
        assertThat(file.ranges().keySet()).containsExactly("batch", "day");
        assertThat(file.mayHold("batch", 4, 4)).isTrue();
        assertThat(file.mayHold("batch", 6, 9)).isFalse();
        assertThat(file.rows()).isEqualTo(2);
    }

    /** As compaction by other programs leaves them. */
    @Test
    void statisticsThatOthersKeepOfTextAreNone() throws IOException {
        appended(List.of(span("a", 3)));
        Path commit = folder.resolve("spans/_delta_log/00000000000000000000.json");
        Files.writeString(
                commit,
                Files.readString(commit)
                        .replace("\\\"minValues\\\":{", "\\\"minValues\\\":{\\\"source\\\":\\\"a\\\",")
                        .replace("\\\"maxValues\\\":{", "\\\"maxValues\\\":{\\\"source\\\":\\\"a\\\","));
        assertThat(Files.readString(commit)).contains("\\\"source\\\":\\\"a\\\"");
        assertThat(lake.state(SPANS).files().get(0).ranges().keySet()).containsExactly("batch", "day");
    }

    @Test
    void survivesTheCheckpointThatDeltaWritesAfterTenCommits() {
        List<Span> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Span span = span("s" + i, i);
            lake.append(SPANS, List.of(span));
            expected.add(span);
        }
        assertThat(folder.resolve("spans/_delta_log/_last_checkpoint")).exists();
        assertThat(lake.rows(SPANS)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(lake.state(SPANS).files().get(0).ranges()).containsKey("day");
    }

    @Test
    void refusesATableWhoseContractChanged() {
        record Other(
                @Doc("The source") String source,
                @Doc("A number") long count) {}
        lake.append(SPANS, List.of(span("a", 1)));
        Table<Other> other = new Table<>("spans", "another", List.of("source"), Other.class);
        assertThatThrownBy(() -> lake.state(other))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("Table spans is not the one that this Logmill knows")
                .hasMessageContaining("column count (long) is missing");
    }

    @Test
    void refusesATableWhoseKeyChanged() {
        lake.append(SPANS, List.of(span("a", 1)));
        Table<Span> other = new Table<>("spans", "one span", List.of("span_id"), Span.class);
        assertThatThrownBy(() -> lake.state(other))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("its key is source, project, trace_id, span_id, not span_id");
        assertThatThrownBy(() -> lake.append(other, List.of(span("b", 1)))).isInstanceOf(LakeException.class);
    }

    @Test
    void refusesRowsOfOneKeyWithoutNamingIt() {
        assertThatThrownBy(() -> lake.append(SPANS, List.of(span("a", 1), span("b", 1), span("a", 2))))
                .isInstanceOf(LakeException.class)
                .hasMessage(
                        "Row 3 of 3 for table spans has the key (source, project, trace_id, span_id) of a row before it");
        assertThat(lake.state(SPANS).version()).isEqualTo(-1);
    }

    @Test
    void aListThatMayHoldNothingsIsAnotherContract() {
        assertThat(DeltaSchema.differences(
                        new StructType().add("names", new ArrayType(StringType.STRING, true), false),
                        new StructType().add("names", new ArrayType(StringType.STRING, false), false)))
                .hasSize(1);
    }

    @Test
    void aFileThatCouldNotBeEndedIsNotLeft() {
        Iterator<Span> broken = Stream.of(1, 2, 3)
                .map(i -> {
                    if (i == 3) {
                        throw new IllegalStateException("no third");
                    }
                    return span("s" + i, i);
                })
                .iterator();
        assertThatThrownBy(() -> lake.write(SPANS, broken)).isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("spans")).isEmptyDirectory();
    }

    @Test
    void readsOnlyTheColumnsOfAView() {
        record Ids(String traceId, String spanId) {}
        TableState<Span> state = appended(List.of(span("a", 1)));
        List<Ids> ids = new ArrayList<>();
        lake.scan(SPANS, state.files(), Ids.class, ids::add);
        assertThat(ids).containsExactly(new Ids("t", "a"));
    }

    @Test
    void findsWholeRowsByTheColumnsOfAView() {
        record Ids(String spanId) {}
        List<Span> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(span("s" + i, i).toBuilder()
                    .messagesIn(List.of(Message.of(Role.USER, "question " + i)))
                    .build());
        }
        TableState<Span> state = appended(rows);
        List<Span> found = new ArrayList<>();
        lake.iterate(SPANS, state.files().get(0), Ids.class, row -> row.spanId().endsWith("7"))
                .forEachRemaining(found::add);
        assertThat(found).containsExactly(rows.get(7), rows.get(17), rows.get(27), rows.get(37), rows.get(47));
    }

    @Test
    void findsNothingWhereNoRowIsWanted() {
        record Ids(String spanId) {}
        TableState<Span> state = appended(List.of(span("a", 1)));
        assertThat(lake.iterate(SPANS, state.files().get(0), Ids.class, row -> false)
                        .hasNext())
                .isFalse();
    }

    private TableState<Span> appended(List<Span> rows) {
        lake.append(SPANS, rows);
        return lake.state(SPANS);
    }

    private static Span span(String id, long batch) {
        return Span.of("app", "t", id, SpanKind.LLM).build().recorded("d".repeat(64), LocalDate.of(2026, 11, 1), batch);
    }
}
