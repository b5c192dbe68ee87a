package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.export.dataset.DatasetSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UnknownAgentsTest {
    private static final Set<String> SEEN = new TreeSet<>(List.of("desk", "router"));

    private static List<String> warnings(String... agents) {
        DatasetSpec spec = new DatasetSpec("mine", List.of(agents), Optional.empty(), List.of());
        return UnknownAgents.warnings(List.of(spec), SEEN).toList();
    }

    @Test
    void anAgentThatNobodySawIsNamedBesideThoseThatWereSeen() {
        assertThat(warnings("desk", "ruter"))
                .containsExactly("dataset mine: no run of agent 'ruter' was seen; seen were [desk, router]");
    }

    @Test
    void agentsThatWereSeenAreNotSpokenOf() {
        assertThat(warnings("desk", "router")).isEmpty();
        assertThat(warnings()).isEmpty();
    }
}
