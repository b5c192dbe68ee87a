package dev.logmill.eval.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All graders of a case together: the weighted mean, passed where every required grader passes. */
public final class CaseGrading {
    private CaseGrading() {}

    /**
     * What an answer is worth, whatever it holds: a grader that fails on it has no score. An answer is kept and never asked for
     * again, so one that ended an evaluation would end every later one.
     */
    public static Judgement judge(List<GraderSpec> graders, Optional<Message> reference, Message answer) {
        try {
            return grade(graders, reference, answer);
        } catch (RuntimeException failed) {
            return new Judgement.Unscored(
                    "its grader failed: " + failed.getClass().getSimpleName());
        }
    }

    /** What an answer is worth; unscored where there is no reference, no grader, or a required one cannot judge. */
    public static Judgement grade(List<GraderSpec> graders, Optional<Message> reference, Message answer) {
        if (reference.isEmpty() || graders.isEmpty()) {
            return new Judgement.Unscored("the case has no reference to grade against");
        }
        double sum = 0;
        double weights = 0;
        boolean passed = true;
        List<String> extracted = new ArrayList<>();
        List<String> explained = new ArrayList<>();
        for (GraderSpec spec : graders) {
            Judgement judgement = judged(spec, reference.get(), answer);
            if (judgement instanceof Judgement.Score score) {
                sum += spec.weight() * score.value();
                weights += spec.weight();
                passed &= score.passed() || !spec.required();
                extracted.add(score.extracted());
                explained.add(score.explanation());
            } else if (spec.required()) {
                return judgement;
            }
        }
        if (weights == 0) {
            return new Judgement.Unscored("no grader could judge");
        }
        return new Judgement.Score(sum / weights, passed, String.join(" | ", extracted), String.join("; ", explained));
    }

    /** Text beside a call that nobody asked for is another answer: whoever runs it does what the reference does not. */
    private static Judgement judged(GraderSpec spec, Message reference, Message answer) {
        Judgement judgement = grader(spec).grade(reference, answer);
        List<String> unasked =
                spec.kind() == GraderKind.TOOL_CALL ? List.of() : ToolCallGrader.unasked(reference, answer);
        return judgement instanceof Judgement.Score score && !unasked.isEmpty()
                ? Judgement.Score.of(
                        false, score.extracted(), "calls what nobody asked for: " + String.join(", ", unasked))
                : judgement;
    }

    private static Grader grader(GraderSpec spec) {
        try {
            return spec.kind().with(Json.parse(spec.settings()));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("Settings of grader %s are no JSON".formatted(spec.kind()), broken);
        }
    }
}
