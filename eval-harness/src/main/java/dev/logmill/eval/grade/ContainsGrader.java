package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;

/** The answer holds the reference's words in order, as whole words; case and punctuation do not count. */
final class ContainsGrader implements Grader {
    @Override
    public Judgement grade(Message reference, Message answer) {
        String wanted = Answers.normalised(Answers.text(reference));
        if (wanted.isEmpty()) {
            return new Judgement.Unscored("the reference has no words");
        }
        String text = Answers.normalised(Answers.text(answer));
        boolean holds = (" " + text + " ").contains(" " + wanted + " ");
        return Judgement.Score.of(holds, text, holds ? "holds the reference" : "does not hold the reference");
    }
}
