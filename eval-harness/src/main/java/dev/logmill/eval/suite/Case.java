package dev.logmill.eval.suite;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import dev.logmill.eval.grade.GraderSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One test: a task, what is known of the right answer, and how answers are graded. */
public record Case(
        @Doc("Digest of suite and input") String caseId,
        @Doc("The suite") String suite,
        @Doc("The agent") String agent,

        @Doc("failure where production failed it and it was drawn for that, else traffic")
        String stratum,

        @Doc(
                "Probability that it was drawn, over all occurrences of its input so far and all ways that they could have been")
        double inclusionProbability,

        @Doc(
                "Occurrences in all traffic that it stands for: one over the probability of each draw over all traffic that had it, summed; 0 where none had it")
        double trafficWeight,

        @Doc("Anchor of its leak group") String leakGroup,
        @Doc("Digest of its input, as in pairs") String inputId,
        @Doc("The pair that it was made from") String pairId,
        @Doc("The run that it was made from, as it stands") String runId,
        @Doc("Project of the trace") String project,
        @Doc("The trace that it was made from") String traceId,
        @Doc("The span that answered") String spanId,
        @Doc("Messages, oldest first") List<Message> input,
        @Doc("Tools that are offered") List<Tool> tools,

        @Doc("Canonical JSON of response_format, where the request set one")
        Optional<String> responseFormat,

        @Doc("A right answer, where one is known") Optional<Message> reference,

        @Doc("Where the reference comes from: correction, trusted pair")
        Optional<String> referenceOrigin,

        @Doc("The pair that gave the reference, or that it corrects")
        Optional<String> referencePairId,

        @Doc("Signals that speak for the reference; 0 where there is none")
        int referenceSignals,

        @Doc("How answers are graded; none where there is no reference, or one that needs a judge")
        List<GraderSpec> graders,

        @Doc("The night that first drew it") LocalDate firstNight,
        @Doc("The suites job that first drew it") long batch) {
    /** The stratum of what production failed. */
    public static final String FAILURE = "failure";

    /** The stratum of everything else. */
    public static final String TRAFFIC = "traffic";

    public Case {
        input = List.copyOf(input);
        tools = List.copyOf(tools);
        graders = List.copyOf(graders);
    }

    /** What a model is asked. */
    public Task task() {
        return new Task(input, tools, responseFormat);
    }

    /** Whether a draw over all traffic had it, in which no outcome had a say. */
    public boolean randomSample() {
        return trafficWeight > 0;
    }

    /** Whether an answer can be graded. */
    public boolean gradable() {
        return reference.isPresent() && !graders.isEmpty();
    }

    /** Whether its reference is an answer that production gave, rather than what a person wrote. */
    public boolean ownReference() {
        return referenceOrigin.filter(References.TRUSTED::equals).isPresent();
    }

    /** Whether it was drawn since production failed it. */
    public boolean isFailure() {
        return stratum.equals(FAILURE);
    }

    /** The same case, of which it is known by now that production did not fail it. */
    public Case asTraffic() {
        return isFailure() ? RecordShape.of(Case.class).with(this, "stratum", TRAFFIC) : this;
    }

    /** Whether production is known to have failed it: it was drawn for that, or a person wrote what should have been said. */
    public boolean productionFailed() {
        return isFailure()
                || referenceOrigin.filter(References.CORRECTION::equals).isPresent();
    }

    /** The same case by another occurrence of its input, or the same one as it stands now. */
    public Case from(Origin origin) {
        RecordShape<Case> shape = RecordShape.of(Case.class);
        Case moved = shape.with(shape.with(this, "leak_group", origin.leakGroup()), "project", origin.project());
        Case traced = shape.with(shape.with(moved, "trace_id", origin.traceId()), "span_id", origin.spanId());
        return shape.with(shape.with(traced, "run_id", origin.runId()), "pair_id", origin.pairId());
    }

    /** Where a case comes from. */
    public record Origin(
            String project, String traceId, String spanId, String runId, String pairId, String leakGroup) {}

    /** The same case, as likely as is known now. */
    public Case withProbability(double probability) {
        return RecordShape.of(Case.class).with(this, "inclusion_probability", probability);
    }

    /** The same case, drawn again. */
    Case drawnAgain(Pick pick) {
        RecordShape<Case> shape = RecordShape.of(Case.class);
        Case weighed = shape.with(this, "traffic_weight", trafficWeight + pick.trafficWeight());
        return pick.failed() ? shape.with(weighed, "stratum", FAILURE) : weighed;
    }

    /** The same case with what is known of its right answer now. */
    Case withReference(References.Reference known, List<GraderSpec> graded) {
        return withReference(
                Optional.of(known.message()),
                Optional.of(known.origin()),
                Optional.of(known.pairId()),
                known.signals(),
                graded);
    }

    /** The same case without a right answer. */
    public Case withoutReference() {
        return withReference(Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());
    }

    private Case withReference(
            Optional<Message> message,
            Optional<String> origin,
            Optional<String> pairId,
            int signals,
            List<GraderSpec> graded) {
        RecordShape<Case> shape = RecordShape.of(Case.class);
        Case referenced = shape.with(shape.with(this, "reference", message), "reference_origin", origin);
        Case traced = shape.with(shape.with(referenced, "reference_pair_id", pairId), "reference_signals", signals);
        return shape.with(traced, "graders", graded);
    }
}
