package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;

/** The answer is the reference but for case, punctuation and white space. */
final class NormalisedGrader implements Grader {
    @Override
    public Judgement grade(Message reference, Message answer) {
        String text = Answers.normalised(Answers.text(answer));
        boolean same = text.equals(Answers.normalised(Answers.text(reference)))
                && answer.toolCalls().isEmpty();
        return Judgement.Score.of(same, text, same ? "the same words" : "other words");
    }
}
