package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.eval.run.Effort;
import dev.logmill.eval.run.Trials;
import dev.logmill.eval.verdict.Comparison;
import dev.logmill.eval.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A verdict as a person reads it, and as JSON; with what each model was asked for it, and what that took. */
record VerdictReport(Verdict verdict, List<Comparison.Contender> models, Map<String, Double> seconds) {
    static VerdictReport of(Evaluation.Judged judged) {
        Comparison comparison = judged.comparison();
        return new VerdictReport(
                judged.verdict(),
                Stream.concat(Stream.of(comparison.candidate()), comparison.baseline().stream())
                        .toList(),
                judged.seconds());
    }

    void print() {
        System.out.printf(
                "%s  %s on %s@%s%s%n",
                verdict.decision(),
                verdict.candidate(),
                verdict.suite(),
                verdict.version(),
                verdict.baseline().map(name -> " against " + name).orElse(""));
        verdict.reasons().forEach(reason -> System.out.println("  - " + reason));
        System.out.printf(
                Locale.ROOT,
                "  %d cases graded, %d without a reference, %d without a whole answer%s%s%n",
                verdict.cases(),
                verdict.ungraded(),
                verdict.infraErrors(),
                verdict.candidatePassRate()
                        .map(rate -> String.format(Locale.ROOT, "; candidate passes %.3f", rate))
                        .orElse(""),
                verdict.baselinePassRate()
                        .map(rate -> String.format(Locale.ROOT, ", baseline %.3f", rate))
                        .orElse(""));
        models.forEach(model -> System.out.println("  " + model.name() + ": " + line(model.trials())));
    }

    private static String line(Trials trials) {
        Effort effort = trials.effort();
        StringBuilder line =
                new StringBuilder("%d asked now, %d kept from before".formatted(effort.questions(), trials.before()));
        if (effort.requests() > 0) {
            line.append("; %d requests".formatted(effort.requests()));
        }
        effort.usage().inputTokens().ifPresent(tokens -> line.append(", %d tokens read".formatted(tokens)));
        effort.usage().outputTokens().ifPresent(tokens -> line.append(", %d written".formatted(tokens)));
        effort.cost().ifPresent(cost -> line.append(String.format(Locale.ROOT, ", cost %.6f", cost)));
        return line.toString();
    }

    ObjectNode json() {
        ObjectNode summary = Json.MAPPER.createObjectNode();
        summary.put("decision", verdict.decision().name().toLowerCase(Locale.ROOT));
        summary.put("suite", verdict.suite()).put("version", verdict.version());
        summary.put("candidate", verdict.candidate()).put("cases", verdict.cases());
        verdict.baseline().ifPresent(name -> summary.put("baseline", name));
        summary.put("random_cases", verdict.randomCases()).put("own_references", verdict.ownReferences());
        summary.put("ungraded", verdict.ungraded()).put("infra_errors", verdict.infraErrors());
        verdict.estimate().ifPresent(value -> summary.put("estimate", value));
        verdict.lower().ifPresent(value -> summary.put("lower", value));
        verdict.upper().ifPresent(value -> summary.put("upper", value));
        summary.put("confidence", verdict.confidence());
        verdict.reasons().forEach(summary.putArray("reasons")::add);
        ObjectNode asked = summary.putObject("models");
        models.forEach(model -> asked.set(model.name(), json(model.trials())));
        ObjectNode steps = summary.putObject("seconds");
        seconds.forEach(steps::put);
        return summary;
    }

    private static ObjectNode json(Trials trials) {
        Effort effort = trials.effort();
        ObjectNode model = Json.MAPPER
                .createObjectNode()
                .put("asked_now", effort.questions())
                .put("kept_from_before", trials.before())
                .put("requests", effort.requests());
        effort.usage().inputTokens().ifPresent(tokens -> model.put("input_tokens", tokens));
        effort.usage().outputTokens().ifPresent(tokens -> model.put("output_tokens", tokens));
        effort.cost().ifPresent(cost -> model.put("cost", cost));
        return model;
    }
}
