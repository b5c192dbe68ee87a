package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a score is refused with, of whose number nobody knows what it says. */
public final class UnknownScale {
    /** What developers call scores: no person, no number of anybody's. */
    private static final Pattern SPEAKABLE =
            Pattern.compile("[a-zA-Z_:./-]{1,40}[0-9]{0,2}|[a-z_:./-]+( [a-z_:./-]+){1,4}");

    private static final String REMEDY = "scores of the source tells the scale of a score by its name";

    /** No scale tells what a word means. */
    private static final String WORDS =
            "read are words such as good and bad, pass and fail, yes and no, and numbers from 0 to 1";

    /** In place of a name that is not said. */
    public static final String UNSAID = "'NAME'";

    private static final Pattern NUMBER = Pattern.compile(
            "(score |a score: ).*" + Pattern.quote(REMEDY) + ", as in scores: \\{(.+): \\{worst: 1, .*");

    private UnknownScale() {}

    /** Whether a record was refused for this alone: it waits for its scale, or its word says nothing, and is of the format that refused it. */
    public static boolean is(Reading.Unreadable refused) {
        return refused.detail().contains(REMEDY) || refused.detail().contains(WORDS);
    }

    /** The score whose scale a record waits for, as a key of YAML, or {@link #UNSAID}; nothing where it waits for none. */
    public static Optional<String> waiting(Reading.Unreadable refused) {
        Matcher number = NUMBER.matcher(refused.detail());
        return number.matches()
                ? Optional.of(number.group(1).startsWith("a ") ? UNSAID : number.group(2))
                : Optional.empty();
    }

    /**
     * The refusal of a word that stands alone.
     *
     * @param beside what there is not, that would be worth something without it
     */
    public static UnreadableRecord ofWord(String name, String beside) {
        return new UnreadableRecord(
                QuarantineReason.INVALID_FIELD,
                "%s: no word that is known for good or bad, and %s; %s"
                        .formatted(SPEAKABLE.matcher(name).matches() ? "score " + name : "a score", beside, WORDS));
    }

    /** The refusal of feedback in fields that a team calls as it likes. */
    public static UnreadableRecord ofFeedback() {
        return new UnreadableRecord(
                QuarantineReason.INVALID_FIELD,
                "feedback: no mark that is known; a thumb is up or down, a rating 1 to 5 or has its scale beside it, a score or an outcome is 0 to 1, a correction or a comment is text; "
                        + WORDS);
    }

    /** The refusal of a number that stands alone. */
    public static UnreadableRecord of(String name) {
        return of(name, "neither from 0 to 1, nor a word that is known for good or bad as its label");
    }

    /**
     * The refusal.
     *
     * @param name the score's, as the log has it
     * @param why what its value is not
     */
    public static UnreadableRecord of(String name, String why) {
        boolean speakable = SPEAKABLE.matcher(name).matches();
        return new UnreadableRecord(
                QuarantineReason.INVALID_FIELD,
                "%s: %s; %s, as in scores: {%s: {worst: 1, best: 5}}; its numbers"
                                .formatted(
                                        speakable ? "score " + name : "a score",
                                        why,
                                        REMEDY,
                                        speakable ? written(name) : "helpful")
                        + " from 0 to 1 are read as such until then, and stay so in a lake that has read them: with the scale told,"
                        + " name a new lake and run its nights again");
    }

    /** As a key of YAML. */
    private static String written(String name) {
        return name.matches("[a-zA-Z_-]+[0-9]*") ? name : "'" + name + "'";
    }
}
