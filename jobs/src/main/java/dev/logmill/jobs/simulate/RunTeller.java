package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;

/** Lets an agent do a task, and logs what it does. */
final class RunTeller {
    private static final int MOST_CALLS = 4;

    private final Setting setting;
    private final Asked asked;
    private final ArrayNode messages;
    private final NightLogs logs;
    private final Dice dice;
    private final AppRecords app;
    private final GatewayRecords gateway;
    private final String trace;
    private final String root;
    private long clock;
    private int calls;
    private boolean good = true;

    /** How a run went; the span is its last answer's. */
    record Told(
            String trace,
            String span,
            boolean good,
            String answer,
            String right,
            int calls,
            long endMs,
            boolean failed) {}

    RunTeller(Setting setting, Asked asked, ArrayNode history, NightLogs logs, Dice dice) {
        this.setting = setting;
        this.asked = asked;
        this.logs = logs;
        this.dice = dice;
        this.trace = dice.hex(32);
        this.root = dice.hex(16);
        boolean late = logs.drawsLate();
        this.app = new AppRecords(setting, trace, root, late, logs);
        this.gateway = new GatewayRecords(setting, trace, root, late, logs, dice);
        this.messages = Json.MAPPER.createArrayNode();
        messages.addObject()
                .put("role", "system")
                .put("content", setting.agent().craft().system(setting.version()));
        messages.addAll(history);
        messages.addObject().put("role", "user").put("content", asked.text());
    }

    Told tell(long start) {
        clock = start;
        asked.retrieved().ifPresent(this::look);
        Told told = think();
        app.root(start, told.endMs(), told.failed());
        return told;
    }

    private void look(SimulatedTask.Retrieved retrieved) {
        long begun = clock;
        clock += dice.between(20, 400);
        ObjectNode args = Json.MAPPER.createObjectNode().put("query", retrieved.query());
        app.step(
                dice.hex(16),
                "retrieval",
                new AppRecords.Use("search_docs", "", args, retrieved.found(), ""),
                begun,
                clock);
    }

    private Told think() {
        while (true) {
            Oracle.Known known = Oracle.solve(Chat.of(messages)).orElseThrow();
            Answered answered = ask(known);
            calls++;
            good &= answered.good();
            boolean ends = answered.failed() || answered.reply().call().isEmpty() || calls == MOST_CALLS;
            if (ends) {
                String text = answered.failed() ? "" : answered.reply().content();
                return new Told(
                        trace, answered.span(), good, text, known.right().written(), calls, clock, answered.failed());
            }
            use(answered);
        }
    }

    /** One answer of the model, as it was logged. */
    private record Answered(String span, ModelReply reply, boolean good, boolean failed, String callId) {}

    private Answered ask(Oracle.Known known) {
        if (dice.chance(0.012)) {
            String span = dice.hex(16);
            gateway.failure(span, messages, clock);
            clock += 2_000;
            if (dice.chance(0.1)) {
                return new Answered(span, known.right(), false, true, "");
            }
        }
        double chance = Math.min(
                0.99,
                known.craft().skill(setting.version())
                        + 0.35 * (0.5 - asked.difficulty())
                        + setting.person().leniency());
        boolean right = dice.chance(chance);
        ModelReply reply = right ? known.right() : known.craft().miss(Chat.of(messages), known.right(), dice);
        Fault fault = Fault.any(reply, dice);
        String span = dice.hex(16);
        String callId = "call_" + dice.hex(20);
        ModelReply said = fault.spoil(reply);
        long begun = clock;
        clock += dice.between(200, 4_000);
        gateway.answer(span, messages, said, fault, callId, new GatewayRecords.Times(begun, clock));
        boolean fine =
                fault == Fault.NONE && reply.written().equals(known.right().written());
        truth(new Hidden(span, fine, reply.call().isEmpty(), chance, known.right()));
        return new Answered(span, said, fine, false, callId);
    }

    /** What nobody sees of an answer. */
    private record Hidden(String span, boolean fine, boolean last, double chance, ModelReply right) {}

    private void truth(Hidden hidden) {
        ObjectNode fact = Json.MAPPER
                .createObjectNode()
                .put("trace_id", trace)
                .put("span_id", hidden.span())
                .put("agent", setting.agent().text())
                .put("version", setting.versionText())
                .put("quality", hidden.fine() ? 1 : 0)
                .put("run_quality_so_far", good && hidden.fine() ? 1 : 0)
                .put("last", hidden.last())
                .put("chance", rounded(hidden.chance()))
                .put("correct", hidden.right().written())
                .put("difficulty", rounded(asked.difficulty()));
        if (hidden.last()) {
            // A user sees the run as a whole, and only its last answer.
            Voice.wouldRate(fact, setting.person(), good && hidden.fine(), hidden.span());
        }
        setting.repeats()
                .ifPresentOrElse(
                        first -> fact.put("planted_duplicate_of", first), () -> fact.putNull("planted_duplicate_of"));
        logs.truth(fact);
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    private void use(Answered answered) {
        ModelReply.Call call = answered.reply().call().orElseThrow();
        ObjectNode result = setting.agent() == SimulatedAgent.ORDER_TOOLS
                ? Orders.result(call, asked.text(), setting.person().mail())
                : Json.MAPPER.createObjectNode().put("ok", true).put("tool", call.tool());
        if (dice.chance(0.02)) {
            long begun = clock;
            clock += 5_000;
            AppRecords.Use broken =
                    new AppRecords.Use(call.tool(), answered.callId(), call.arguments(), "", "timeout after 5000 ms");
            app.step(dice.hex(16), "tool", broken, begun, clock);
        }
        long begun = clock;
        clock += dice.between(10, 900);
        String span = dice.hex(16);
        String text = Json.canonical(result);
        app.step(
                span,
                "tool",
                new AppRecords.Use(
                        call.tool(),
                        answered.callId(),
                        call.arguments(),
                        text,
                        result.path("error").asText("")),
                begun,
                clock);
        messages.add(Completions.message(answered.reply(), answered.callId()));
        messages.addObject()
                .put("role", "tool")
                .put("tool_call_id", answered.callId())
                .put("content", text);
    }
}
