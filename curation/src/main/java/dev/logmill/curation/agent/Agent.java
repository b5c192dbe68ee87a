package dev.logmill.curation.agent;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.Optional;

/** One agent version as of a night, and how narrow it is: one row of table {@code agents}. */
public record Agent(
        @Doc("The agent") String agent,
        @Doc("The agent's version") String version,
        @Doc("The night") LocalDate asOf,
        @Doc("Runs of this night alone") long runsTonight,
        @Doc("Runs of the window") long runs,
        @Doc("Nights of the window that had runs") int nights,

        @Doc("Share of calls with the most frequent prompt template")
        Optional<Double> templateCoverage,

        @Doc("Share of the prompt's words that change from call to call: numbers, ids, dates, what redaction replaced")
        Optional<Double> slotShare,

        @Doc("exp of the entropy of the choice of tool, no tool being one of them")
        Optional<Double> effectiveTools,

        @Doc("Most tools offered at once") long toolsOffered,
        @Doc("95th percentile of depth, spans") long depth95,
        @Doc("95th percentile of LLM calls in a run") long calls95,
        @Doc("95th percentile of user turns in a run") long turns95,

        @Doc("Share of answers of the most frequent forms: JSON with the same keys, or one of few short texts")
        Optional<Double> outputForm,

        @Doc("Share of repeated inputs that got the same answer")
        Optional<Double> sameAnswer,

        @Doc("Answers of the window that feedback judged, as scored before this night")
        long judged,

        @Doc(
                "Share of them that are good, drawn to the prior; absent where fewer than narrowness.min-judged were judged")
        Optional<Double> judgedGood,

        @Doc(
                "Lower end of the 90 % interval of the share of runs that succeed: by their logged outcome, else by not failing and by judged_good")
        double successLower,

        @Doc("Every gate holds") boolean narrow,

        @Doc("The gates that do not hold, each with its measure")
        Optional<String> bindingGate,

        @Doc("Canonical JSON of this night's counts alone, which later nights add up")
        String state,

        @Doc("The curation that measured it; grows by one a curation")
        long batch) {}
