package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;

/** The answer is the reference, char for char; white space around it does not count. */
final class ExactGrader implements Grader {
    @Override
    public Judgement grade(Message reference, Message answer) {
        String text = Answers.text(answer);
        boolean same = text.equals(Answers.text(reference));
        return Judgement.Score.of(same, text, same ? "the same text" : "another text");
    }
}
