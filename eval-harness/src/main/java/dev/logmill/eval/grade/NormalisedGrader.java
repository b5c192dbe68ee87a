package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;

/** The answer is the reference but for case, width, white space and the punctuation of sentences; see {@link Answers}. */
final class NormalisedGrader implements Grader {
    @Override
    public Judgement grade(Message reference, Message answer) {
        String wanted = Answers.normalised(Unwrapped.reference(reference));
        if (wanted.isEmpty()) {
            return new Judgement.Unscored("the reference has no words");
        }
        String text = Answers.normalised(Unwrapped.answer(answer, reference));
        boolean same = text.equals(wanted);
        return Judgement.Score.of(same, text, same ? "the same words" : "other words");
    }
}
