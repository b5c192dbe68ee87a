package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.jobs.command.AllTables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code explain} leads, and where it does not. */
class ExplainTest {
    @TempDir
    private Path folder;

    @Test
    void aPairLeadsToItsOwnPreferencesAlone() {
        Path home = folder.resolve("home");
        Said.by("init", home.toString());
        Lake lake = new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
        AllTables.LIST.forEach(lake::create);
        lake.append(
                CurationTables.PREFERENCES,
                List.of(
                        preference("mine", "p1", Optional.empty(), "correction"),
                        preference("other", "p2", Optional.empty(), "correction"),
                        preference("third", "p3", Optional.of("p1"), "regeneration"),
                        preference("fourth", "p4", Optional.of("p5"), "regeneration")));

        Said said = Said.by(
                "explain", "p1", "--config", home.resolve("logmill.yaml").toString());

        assertThat(said.out())
                .contains("preference_id=mine", "preference_id=third")
                .doesNotContain("preference_id=other", "preference_id=fourth");
    }

    private static Preference preference(String id, String rejected, Optional<String> chosen, String origin) {
        return new Preference(
                id,
                "input of " + id,
                "desk",
                rejected,
                chosen,
                origin,
                List.of(),
                List.of(),
                Message.of(Role.ASSISTANT, "better"),
                Message.of(Role.ASSISTANT, "worse"),
                LocalDate.parse("2026-11-01"),
                1);
    }
}
