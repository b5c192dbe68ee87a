package dev.logmill.curation.feedback;

import java.util.function.DoubleFunction;

/**
 * The meaning of every channel, with what a signal weighs by default.
 *
 * <p>A signal moves an answer, of which nothing else is known, to where its channel leaves it. With the prior of 0.7, worth 2
 * observations, something bad of weight w leaves {@code 1.4 / (2 + w)}, something good {@code (1.4 + w) / (2 + w)}:
 *
 * <ul>
 *   <li>a thumb down, the lowest rating, an answer asked for again, and a failed tool weigh 1 and leave 0.47: more probably
 *       bad than good, so it is a failure to make a case of;
 *   <li>an answer that the user left, or rephrased the question after, weighs 0.5 and leaves 0.56: too doubtful to train on
 *       (0.6), and not enough to call it wrong, for people leave for other reasons too;
 *   <li>a correction or a task's result weighs 3 and leaves 0.28, for it says what was right; a reviewer's verdict 5 and 0.2;
 *   <li>a correction that says what the answer said weighs a third of that, as a thumb up does, and raises to 0.8;
 *   <li>a judge weighs 0.7 and leaves 0.52: models err; a copy weighs 0.3, and raises to 0.74.
 * </ul>
 */
enum Channels {
    THUMB(1, Appraisal::new),
    RATING(1, Appraisal::new),
    CORRECTION(3, Correction::new),
    REGENERATION(1, Regeneration::new),
    REPHRASE(0.5, TurningAway::new),
    ABANDONMENT(0.5, TurningAway::new),
    COPY(0.3, Copy::new),
    TOOL_ERROR(1, ToolFailure::new),
    OUTCOME(3, TaskResult::new),
    REVIEWER(5, Appraisal::new),
    JUDGE(0.7, Appraisal::new);

    @SuppressWarnings("ImmutableEnumChecker") // A meaning holds its weight.
    private final ChannelMeaning meaning;

    Channels(double weight, DoubleFunction<ChannelMeaning> constructor) {
        this.meaning = constructor.apply(weight);
    }

    ChannelMeaning meaning() {
        return meaning;
    }
}
