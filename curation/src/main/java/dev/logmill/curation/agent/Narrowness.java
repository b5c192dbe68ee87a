package dev.logmill.curation.agent;

import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.table.RecordShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures an agent, and says which gates bind.
 *
 * <p>"Narrow" after Belcak et al., <em>Small Language Models are the Future of Agentic AI</em> (arXiv 2506.02153): few tasks,
 * done over and over with little variation. What an agent shows nothing of (no tools, no repeated input) binds no gate. To be
 * published without a person it must be good at it too: see {@link Success}.
 */
public final class Narrowness {
    /** As many forms of answer as an enumeration has values at the most. */
    private static final int FORMS = 20;

    private final NarrownessConfig config;
    private final LabelConfig labels;

    /** Gates, and the prior of answers that nobody judged. */
    public Narrowness(NarrownessConfig config, LabelConfig labels) {
        this.config = config;
        this.labels = labels;
    }

    /** The row of an agent version. */
    public Agent measure(AgentWindow of, LocalDate asOf, long batch) {
        AgentState tonight = of.tonight();
        AgentState window = of.whole();
        Map<String, Long> ends = window.histogram(AgentState.SUCCESS);
        Success success = Success.of(ends, of.judged(), config, labels);
        Agent measured = new Agent(
                tonight.agent(),
                tonight.version(),
                asOf,
                total(tonight.histogram(AgentState.SUCCESS)),
                total(ends),
                of.earlier().size() + 1,
                topShare(window.histogram(AgentState.TEMPLATE), 1),
                share(window.histogram(AgentState.PROMPT), AgentState.SLOT),
                effective(window.histogram(AgentState.TOOL)),
                quantile(window.histogram(AgentState.OFFERED), 1),
                quantile(window.histogram(AgentState.DEPTH), 0.95),
                quantile(window.histogram(AgentState.CALLS), 0.95),
                quantile(window.histogram(AgentState.TURNS), 0.95),
                formed(window.histogram(AgentState.FORM)),
                sameAnswer(window.histogram(AgentState.ANSWER)),
                of.judged().answers(),
                success.good(),
                success.lower(),
                false,
                Optional.empty(),
                tonight.counts(),
                batch);
        Optional<String> binding = binding(measured);
        RecordShape<Agent> shape = RecordShape.of(Agent.class);
        return shape.with(shape.with(measured, "narrow", binding.isEmpty()), "binding_gate", binding);
    }

    /** Every gate that does not hold: who moves one should not meet the next only the night after. */
    private Optional<String> binding(Agent agent) {
        List<Optional<String>> gates = new ArrayList<>();
        gates.add(atLeast("runs", agent.runs(), config.minRuns()));
        gates.add(atLeast("nights", agent.nights(), config.minNights()));
        gates.add(atLeast("template-coverage", agent.templateCoverage().orElse(1.0), config.minTemplateCoverage()));
        gates.add(atMost("slot-share", agent.slotShare().orElse(0.0), config.maxSlotShare()));
        gates.add(atMost("effective-tools", agent.effectiveTools().orElse(1.0), config.maxEffectiveTools()));
        gates.add(atMost("tools-offered", agent.toolsOffered(), config.maxToolsOffered()));
        gates.add(atMost("depth", agent.depth95(), config.maxDepth()));
        gates.add(atMost("calls", agent.calls95(), config.maxCalls()));
        gates.add(atMost("turns", agent.turns95(), config.maxTurns()));
        gates.add(atLeast("output-form", agent.outputForm().orElse(1.0), config.minOutputForm()));
        gates.add(atLeast("same-answer", agent.sameAnswer().orElse(1.0), config.minSameAnswer()));
        gates.add(atLeast("success", agent.successLower(), config.minSuccess()).map(gate -> gate + judged(agent)));
        return gates.stream().flatMap(Optional::stream).reduce((first, next) -> first + "; " + next);
    }

    private static String judged(Agent agent) {
        return agent.judgedGood()
                .map(good -> ", %s of %d judged answers good".formatted(shown(good), agent.judged()))
                .orElse("");
    }

    private static Optional<String> atLeast(String gate, long count, long limit) {
        return atLeast(gate, (double) count, (double) limit);
    }

    private static Optional<String> atMost(String gate, long count, long limit) {
        return atMost(gate, (double) count, (double) limit);
    }

    private static Optional<String> atLeast(String gate, double measured, double limit) {
        return measured >= limit
                ? Optional.empty()
                : Optional.of("%1$s %2$s < narrowness.min-%1$s %3$s".formatted(gate, shown(measured), shown(limit)));
    }

    private static Optional<String> atMost(String gate, double measured, double limit) {
        return measured <= limit
                ? Optional.empty()
                : Optional.of("%1$s %2$s > narrowness.max-%1$s %3$s".formatted(gate, shown(measured), shown(limit)));
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.3f", number);
    }

    private static long total(Map<String, Long> bins) {
        return bins.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Optional<Double> topShare(Map<String, Long> bins, int top) {
        long all = total(bins);
        long most = bins.values().stream()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(top)
                .mapToLong(Long::longValue)
                .sum();
        return all == 0 ? Optional.empty() : Optional.of((double) most / all);
    }

    private static Optional<Double> share(Map<String, Long> bins, String of) {
        long all = total(bins);
        return all == 0 ? Optional.empty() : Optional.of((double) bins.getOrDefault(of, 0L) / all);
    }

    /** Share of all answers that have one of the most frequent forms; prose has none. */
    private static Optional<Double> formed(Map<String, Long> forms) {
        Map<String, Long> formed = new TreeMap<>(forms);
        formed.remove(AgentState.PROSE);
        double share = (double) total(formed) / Math.max(1, total(forms));
        return forms.isEmpty()
                ? Optional.empty()
                : Optional.of(share * topShare(formed, FORMS).orElse(0.0));
    }

    private static Optional<Double> effective(Map<String, Long> bins) {
        long all = total(bins);
        double entropy = 0;
        for (long count : bins.values()) {
            double share = (double) count / all;
            entropy -= share * Math.log(share);
        }
        return all == 0 ? Optional.empty() : Optional.of(Math.exp(entropy));
    }

    private static long quantile(Map<String, Long> bins, double share) {
        TreeMap<Long, Long> values = new TreeMap<>();
        bins.forEach((bin, count) -> {
            values.merge(Long.parseLong(bin), count, Long::sum);
        });
        long all = total(bins);
        long seen = 0;
        for (Map.Entry<Long, Long> value : values.entrySet()) {
            seen += value.getValue();
            if (seen >= share * all) {
                return value.getKey();
            }
        }
        return values.isEmpty() ? 0 : values.lastKey();
    }

    /** Of inputs that came more than once: the share of their answers that are the most frequent one of their input. */
    private static Optional<Double> sameAnswer(Map<String, Long> answers) {
        Map<String, Long> most = new TreeMap<>();
        Map<String, Long> all = new TreeMap<>();
        answers.forEach((answer, count) -> {
            int colon = answer.indexOf(':');
            if (colon > 0) {
                most.merge(answer.substring(0, colon), count, Math::max);
                all.merge(answer.substring(0, colon), count, Long::sum);
            }
        });
        all.values().removeIf(count -> count < 2);
        most.keySet().retainAll(all.keySet());
        return all.isEmpty() ? Optional.empty() : Optional.of((double) total(most) / total(all));
    }
}
