package dev.logmill.curation.ingest.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events of a whole product, some of which tell of models. */
class PostHogLogTest {
    private static RawRecord document(String json) throws Exception {
        return new RawRecord("s", "o", 1, Optional.empty(), "d", Json.parse(json.replace('\'', '"')));
    }

    @Test
    void countsTheEventsThatTellOfNoModelAndReadsTheOthers() throws Exception {
        Dialect postHog = Preset.POSTHOG.dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
        RawRecord page = document("{'results':[{'event':'$pageview','distinct_id':'a','properties':{}},"
                + "{'event':'$ai_generation','distinct_id':'a','properties':{}},"
                + "{'event':'order placed','distinct_id':'a','properties':{}},{'event':'of another log'}]}");

        assertThat(postHog.skipped(page)).isEqualTo(2);
        assertThat(postHog.records(page)).extracting(RawRecord::place).containsExactly("/results/1", "/results/3");
        assertThat(postHog.skipped(document("{'event':'$pageview','distinct_id':'a'}")))
                .isEqualTo(1);
    }
}
