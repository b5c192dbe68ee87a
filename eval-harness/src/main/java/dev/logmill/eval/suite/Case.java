package dev.logmill.eval.suite;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import dev.logmill.eval.grade.GraderSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One test: what a model is asked, what is known of the right answer, and how answers are graded. */
public record Case(
        @Doc("Digest of suite and input") String caseId,
        @Doc("The suite") String suite,
        @Doc("The agent") String agent,
        @Doc("Why it was drawn: failure or traffic") String stratum,

        @Doc("Probability that it was drawn, over all ways that it could have been")
        double inclusionProbability,

        @Doc("Probability that the draw over all traffic had it: the weight of the random sample rests on this alone")
        double randomProbability,

        @Doc("The draw over all traffic had it, whether it failed or not")
        boolean randomSample,

        @Doc("Anchor of its leak group") String leakGroup,
        @Doc("Digest of its input, as in pairs") String inputId,
        @Doc("The pair that it was made from") String pairId,
        @Doc("The run that it was made from") String runId,
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

        @Doc("How answers are graded; none where there is no reference")
        List<GraderSpec> graders,

        @Doc("The night that first drew it") LocalDate firstNight,
        @Doc("The suites job that first drew it") long batch) {
    public Case {
        input = List.copyOf(input);
        tools = List.copyOf(tools);
        graders = List.copyOf(graders);
    }
}
