package dev.logmill.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionLinesTest {
    private static final String FIRST = line("use qvyxlorn-4711");
    private static final String NAMING = line("My password is qvyxlorn-4711");

    private final List<String> out = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private static String line(String text) {
        return "{\"text\":\"%s\",\"session\":\"a\"}".formatted(text);
    }

    private SessionLines lines(long mostChars) {
        TextRedactor redactor = new TextRedactor(
                DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));
        return new SessionLines(redactor, out::add, (line, why) -> refused.add(line + " " + why), mostChars);
    }

    @Test
    void linesOfNoSessionComeOutAtOnceUntilOneIsHeld() {
        SessionLines lines = lines(100_000);
        lines.add(1, "{\"text\":\"one\"}");
        assertThat(out).hasSize(1);
        lines.add(2, FIRST);
        lines.add(3, "{\"text\":\"two\"}");
        assertThat(out).hasSize(1);
        lines.end();
        assertThat(out).hasSize(3);
        assertThat(out.get(2)).contains("two");
    }

    @Test
    void beyondTheCapLinesComeOutWithWhatIsKnownByThenAndItStillCountsForTheNext() {
        SessionLines lines = lines(250);
        lines.add(1, FIRST);
        lines.add(2, line("nothing"));
        assertThat(out).hasSize(2);
        lines.add(3, NAMING);
        lines.add(4, FIRST);
        lines.end();
        assertThat(out.get(0)).contains("qvyxlorn-4711");
        assertThat(out.get(3)).doesNotContain("qvyxlorn-4711").contains("<SECRET_");
    }

    @Test
    void aMarkOfByteOrderIsNoPartOfTheFirstLine() {
        SessionLines lines = lines(100_000);
        lines.add(1, "\ufeff{\"text\":\"mail ann@corp.example\"}");
        lines.end();
        assertThat(refused).isEmpty();
        assertThat(out.get(0)).startsWith("{\"text\":\"mail <EMAIL_");
    }

    @Test
    void aLineThatIsNoneIsToldInItsPlace() {
        SessionLines lines = lines(100_000);
        lines.add(1, FIRST);
        lines.add(2, "qvyxlorn-4711");
        lines.add(3, NAMING);
        assertThat(out).isEmpty();
        lines.end();
        assertThat(out).hasSize(3).doesNotContain("qvyxlorn-4711");
        assertThat(out.get(1)).startsWith("{\"redaction_error\":\"line 2 was left out: it is no JSON; ");
        assertThat(refused)
                .containsExactly(
                        "2 was left out: it is no JSON; each line must be an object such as {\"text\": \"...\"}");
    }

    /** A detector that breaks costs the text alone. */
    @Test
    void theOtherFieldsOfALineWhoseTextCannotBeCheckedStay() {
        TextRedactor redactor = new TextRedactor(
                List.of((scan, label, sink) -> {
                    throw new IllegalStateException(scan.text());
                }),
                new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));
        SessionLines lines = new SessionLines(redactor, out::add, (line, why) -> refused.add(line + " " + why));
        lines.add(1, "{\"id\":7,\"text\":{\"a\":\"qvyxlorn-4711\"},\"note\":\"x\"}");
        lines.end();
        assertThat(out)
                .singleElement()
                .asString()
                .startsWith("{\"id\":7,\"note\":\"x\",\"redaction_error\":\"line 1 was left out: ");
        assertThat(out.get(0)).doesNotContain("qvyxlorn");
        assertThat(refused).singleElement().asString().startsWith("1 was left out: it could not be checked");
    }
}
