package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong with logs everywhere has a test of its name for each pitfall, through every dialect that can fall
 * into it; where a dialect reads right and the mistake would be made later, through runs, labels and leak groups too.
 * This is what these tests share. Session files have theirs in {@link SessionPitfallsTest}; very many small objects,
 * and updates without a start, are read in the module of the jobs.
 */
final class Pitfalls {
    static final String HI = "[{'role':'user','content':'hi'}]";

    static final String ASKED = "'messages':[{'role':'user','content':'hi'}]";

    private Pitfalls() {}

    static Reading.Read read(Dialect dialect, JsonNode body) throws Exception {
        return dialect.read(new RawRecord("s", "o", 1, Optional.empty(), body.toString(), body));
    }

    static Span openai(String record) throws Exception {
        return read(new OpenAiLog(), json(record)).spans().get(0);
    }

    static List<Span> mapped(String mapping, String record) throws Exception {
        List<String> problems = new ArrayList<>();
        MappedLog log = MappedLog.of(json("{" + mapping + "}"), "mapping", "", problems);
        assertThat(problems).isEmpty();
        return read(log, json(record)).spans();
    }

    /** A span whose attributes are these fields, as Phoenix writes them. */
    static Span otlp(String fields, String attributes) throws Exception {
        String ids = "'trace_id':'t','span_id':'s'";
        return read(new OtlpLog(), json("{" + ids + fields + ",'attributes':{" + attributes + "}}"))
                .spans()
                .get(0);
    }

    static String llm(String attributes) {
        return "'openinference.span.kind':'LLM'," + attributes;
    }

    static String answer(String message) {
        return "{'request':{" + ASKED + "},'response':{'choices':[{'finish_reason':'stop','message':" + message
                + "}]}}";
    }

    static Run run(List<Span> spans) {
        List<Run> runs = RunAssembler.assemble(spans, 1);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    static String usage(int input) {
        return ",'usage':{'input':" + input + ",'output':19,'cached':8,'reasoning':5}";
    }
}
