package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNamesTest {
    private static final ContentRedaction REDACTION =
            new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    private static RawObject object(String name) {
        return new RawObject("app", "/raw/" + name, name, "1", 0, Optional.empty());
    }

    private static String shown(String name) {
        return new ObjectNames(new OpenAiLog(), REDACTION).shown(object(name));
    }

    private static String shown(String mapping, String name) throws Exception {
        return new ObjectNames(
                        MappedLog.of(Json.parse(mapping.replace('\'', '"')), "mapping", "demo", new ArrayList<>()),
                        REDACTION)
                .shown(object(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01/part-0001.jsonl.gz",
                "year=2026/month=11/day=01/a b.json",
                "x/4bf92f3577b34da6.zst",
                "a"
            })
    void aPathThatNamesNobodyStaysAsItIs(String path) {
        assertThat(shown(path)).isEqualTo(path);
    }

    @Test
    void anIdentifierInAPathIsReplacedAlikeEverywhere() {
        String path = shown("jane.doe@x.org/2026-11-01/calls.jsonl");
        assertThat(path).matches("<EMAIL_[a-z2-7]{5}>/2026-11-01/calls\\.jsonl");
        assertThat(shown("jane.doe@x.org/other.jsonl")).startsWith(path.substring(0, path.indexOf('/')));
        assertThat(shown("a/jane.doe@x.org.jsonl.gz")).matches("a/<EMAIL_[a-z2-7]{5}>\\.jsonl\\.gz");
    }

    @Test
    void aPartOfThePathThatIsTheUserIsReplacedWhateverItLooksLike() throws Exception {
        String mapping = "{'object':'{who}/from-{home}/{model}.jsonl','user':'{who}','group':['/house','{home}']}";
        assertThat(shown(mapping, "jane/from-jane/gpt-4.jsonl"))
                .matches("k_[a-z2-7]{26}/from-k_[a-z2-7]{26}/gpt-4\\.jsonl");
        assertThat(shown(
                        "{'object':'{who}/**','signals':[{'channel':'thumb','value':'/v','user':'{who}'}]}",
                        "jane/a/b"))
                .matches("k_[a-z2-7]{26}/a/b");
        assertThat(shown("{'object':'{model}/**','agent':'{model}'}", "jane/a/b"))
                .isEqualTo("jane/a/b");
    }

    @Test
    void theKeyTellsPathsApartThatLookAlikeToPeople() {
        ObjectNames names = new ObjectNames(new OpenAiLog(), REDACTION);
        assertThat(names.key(object("a.jsonl")))
                .isEqualTo(names.key(object("a.jsonl")))
                .isNotEqualTo(names.key(object("a.jsonl ")))
                .isNotEqualTo(names.key(object("\uff41.jsonl")));
    }
}
