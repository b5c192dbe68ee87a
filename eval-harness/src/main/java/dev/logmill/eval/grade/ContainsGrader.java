package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;

/** The answer says the reference, word by word, and neither denies it nor offers it among others; see {@link Phrases}. */
final class ContainsGrader implements Grader {
    @Override
    public Judgement grade(Message reference, Message answer) {
        String wanted = Phrases.plain(Unwrapped.reference(reference));
        if (wanted.isEmpty()) {
            return new Judgement.Unscored("the reference has no words");
        }
        String text = Unwrapped.answer(answer, reference);
        return switch (Phrases.of(text).mentions(wanted)) {
            case SAID -> Judgement.Score.of(true, text, "says the reference");
            case ABSENT -> Judgement.Score.of(false, text, "does not say the reference");
            case DENIED -> Judgement.Score.of(false, text, "denies the reference");
            case ALTERNATIVE -> Judgement.Score.of(false, text, "offers the reference as one of several");
            case DISPUTED -> new Judgement.Unscored("the answer says something against the reference that it names");
            case UNCLEAR ->
                new Judgement.Unscored("the answer has the reference within a longer run of letters without spaces");
        };
    }
}
