package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;

/** Judges an answer against the reference of its case. Pure; never throws for what an answer holds. */
public interface Grader {
    Judgement grade(Message reference, Message answer);
}
