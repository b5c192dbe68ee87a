package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Scan;
import dev.logmill.curation.privacy.detect.Signs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    private static final Pseudonyms KEYED = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));

    /** Takes note of the texts that it is shown. */
    private record Asked(List<String> texts) implements Detector {
        @Override
        public boolean mayFind(Signs signs) {
            return true;
        }

        @Override
        public void find(Scan scan, String label, Consumer<Finding> sink) {
            texts.add(scan.text());
        }
    }

    @Test
    void aTextThatItStillKnowsIsNotLookedAtAgain() throws PrivacyFailure {
        Asked asked = new Asked(new ArrayList<>());
        TextRedactor redactor = new TextRedactor(List.of(asked), KEYED);
        redactor.redact("the same", "one scope");
        redactor.redact("the same", "another scope");
        redactor.redact("the same", "label", "scope");
        assertThat(asked.texts()).containsExactly("the same", "the same");
    }

    @Test
    void resultsAreTheSameWithAndWithoutWhatItStillKnows() throws PrivacyFailure {
        TextRedactor forgetful = redactor(0);
        TextRedactor briefly = redactor(3000);
        TextRedactor all = redactor(4_000_000);
        Random random = new Random(3);
        List<String> lines = PlainCorpus.of(5000, 5).lines().toList();
        for (int i = 0; i < 3000; i++) {
            String line = lines.get(random.nextInt(lines.size()));
            String text = i % 3 == 0 ? line : line + " from ann.lee@example.com or call +1 202 555 0143";
            String json = "{\"name\":\"Ann Lee\",\"text\":\"" + i % 7 + " ann@example.com\",\"n\":[1,{\"a\":\"x\"}]}";
            String scope = "s" + i % 5;
            for (String each : List.of(text, json)) {
                String redacted = new JsonRedactor(forgetful, KEYED).redact(each, scope);
                assertThat(new JsonRedactor(briefly, KEYED).redact(each, scope)).isEqualTo(redacted);
                assertThat(new JsonRedactor(all, KEYED).redact(each, scope)).isEqualTo(redacted);
            }
        }
    }

    private static TextRedactor redactor(long remembered) {
        CheckLimit limit = new CheckLimit(Duration.ofMinutes(5));
        return new TextRedactor(new TextSearch(DetectorKind.all(), limit, remembered), KEYED);
    }
}
