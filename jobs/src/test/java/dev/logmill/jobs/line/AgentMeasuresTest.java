package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are thumbed down on one night tell the next one how good their agent is. */
class AgentMeasuresTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final int JUDGED = 60;

    @TempDir
    Path folder;

    @Test
    void anAgentIsAsGoodAsItsAnswersWereSaidToBeBeforeTonight() throws IOException {
        SpokenLake lake = new SpokenLake(folder);
        List<String> calls = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < JUDGED; i++) {
            calls.add(call("wrong", i));
            said.add(thumb(i));
            calls.add(call("quiet", JUDGED + i));
        }
        lake.object("spans", FIRST, calls);
        lake.object("said", FIRST, said);
        lake.score(FIRST);
        lake.object("spans", FIRST.plusDays(1), List.of(call("wrong", 2 * JUDGED), call("quiet", 2 * JUDGED + 1)));
        lake.score(FIRST.plusDays(1));

        Agent unheard = agent(lake, "wrong", FIRST);
        assertThat(unheard.judged()).isZero();
        assertThat(unheard.successLower()).isGreaterThan(0.9);
        Agent heard = agent(lake, "wrong", FIRST.plusDays(1));
        assertThat(heard.judged()).isEqualTo(JUDGED);
        // Each thumb down leaves 1.4 / 3, and the prior is worth two answers of 0.7.
        assertThat(heard.judgedGood().orElseThrow()).isEqualTo((1.4 + JUDGED * 1.4 / 3) / (2 + JUDGED), within(1e-8));
        assertThat(heard.successLower()).isLessThan(0.5);
        Agent quiet = agent(lake, "quiet", FIRST.plusDays(1));
        assertThat(quiet.judged()).isZero();
        assertThat(quiet.judgedGood()).isEmpty();
        assertThat(quiet.successLower()).isGreaterThan(0.9);
    }

    private static Agent agent(SpokenLake lake, String name, LocalDate night) {
        return lake.lake().rows(CurationTables.AGENTS).stream()
                .filter(agent -> agent.agent().equals(name) && agent.asOf().equals(night))
                .findFirst()
                .orElseThrow();
    }

    private static String call(String agent, int number) {
        return "{\"trace\":\"t%1$d\",\"span\":\"l%1$d\",\"agent\":\"%2$s\",\"at\":\"2026-11-01T08:00:00Z\",\"input\":\"ask %1$d\",\"answer\":\"say %1$d\"}"
                .formatted(number, agent);
    }

    private static String thumb(int number) {
        return "{\"event\":\"e%1$d\",\"feedback\":\"f%1$d\",\"kind\":\"thumb\",\"trace\":\"t%1$d\",\"value\":0}"
                .formatted(number);
    }
}
