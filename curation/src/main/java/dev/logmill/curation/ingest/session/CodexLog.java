package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.SessionForm;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Session files of OpenAI's Codex, the {@code rollout-*.jsonl} below {@code ~/.codex/sessions}: a line an event, a file a session, which
 * is a trace and a run of agent {@code codex}. See {@code RolloutItem} in {@code protocol.rs} of openai/codex; files from
 * before September 2025 hold the items of the Responses API bare.
 */
public final class CodexLog implements Dialect {
    @Override
    public ObjectForm form(String name) {
        return new SessionForm();
    }

    @Override
    public String disguised(String object, UnaryOperator<String> keyed) {
        return Session.disguised(object, keyed);
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        CodexLines lines = new CodexLines();
        for (JsonNode line : record.body()) {
            lines.take(line);
        }
        JsonNode meta = lines.meta()
                .orElseThrow(
                        () -> new UnreadableRecord(
                                QuarantineReason.UNKNOWN_SHAPE,
                                "no session of Codex: no line of type session_meta with an id, and no bare one with id and timestamp"));
        String session = Fields.word(meta, "id");
        String trace = MadeId.of("codex", session);
        ObjectNode attributes = Session.attributes(meta, "originator", "source", "model_provider", "forked_from_id");
        Fields.filled(meta.path("git"), "branch").ifPresent(branch -> attributes.put("git_branch", branch));
        SpanBuilder run = Span.of(record.source(), trace, trace, SpanKind.AGENT)
                .agent(Optional.of("codex"))
                .agentVersion(Fields.filled(meta, "cli_version"))
                .sessionId(Optional.of(session))
                .attributes(Json.canonical(attributes));
        List<Entry> entries = lines.entries();
        lines.failure().ifPresent(failure -> run.status(Status.ERROR).failure(Optional.of(failure)));
        return new Reading.Read(SessionSpans.of(run, entries), List.of());
    }
}
