package dev.logmill.curation.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramsTest {
    @Test
    void whatIsWrittenIsReadAndAddedBinByBin() throws JsonProcessingException {
        Histograms both = Histograms.read("{\"a\":{\"x\":2},\"b\":{\"y\":1}}");
        both.add(Histograms.read("{\"a\":{\"x\":3,\"z\":1}}"));
        assertThat(both.written(Map.of())).isEqualTo("{\"a\":{\"x\":5,\"z\":1},\"b\":{\"y\":1}}");
    }

    @Test
    void theFirstBinsOfALimitedHistogramAreKept() {
        Histograms counts = new Histograms();
        counts.add("a", "2");
        counts.add("a", "1");
        counts.add("b", "2");
        counts.add("b", "1");
        assertThat(counts.written(Map.of("a", 1))).isEqualTo("{\"a\":{\"1\":1},\"b\":{\"1\":1,\"2\":1}}");
    }
}
