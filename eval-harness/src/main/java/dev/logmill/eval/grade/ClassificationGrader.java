package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The answer names one label of a closed set ({@code labels}), and it is the reference's. A label counts as a whole
 * word or phrase that the answer does not deny; an answer that names several is wrong, since whoever reads it could not act
 * on it.
 */
public final class ClassificationGrader implements Grader {
    private final List<String> labels;
    private final boolean apart;

    ClassificationGrader(JsonNode settings) {
        List<String> written = new ArrayList<>();
        settings.path("labels").forEach(label -> written.add(label.asText()));
        this.labels =
                List.copyOf(new TreeSet<>(written.stream().map(Phrases::plain).toList()));
        this.apart = areApart(written);
    }

    /** Whether labels differ in more than what is not compared. */
    public static boolean areApart(Collection<String> labels) {
        List<String> plain = labels.stream().distinct().map(Phrases::plain).toList();
        return plain.stream().distinct().count() == plain.size()
                && plain.stream().noneMatch(String::isEmpty);
    }

    @Override
    public Judgement grade(Message reference, Message answer) {
        String wanted = Phrases.plain(Unwrapped.reference(reference));
        if (!apart) {
            return new Judgement.Unscored("two labels differ in nothing that is compared");
        }
        if (!labels.contains(wanted)) {
            return new Judgement.Unscored("the reference is none of the labels");
        }
        Phrases text = Phrases.of(Unwrapped.answer(answer, reference));
        List<String> named = new ArrayList<>();
        for (String label : labels) {
            Phrases.Mention mention = text.mentions(label);
            if (mention == Phrases.Mention.UNCLEAR) {
                return new Judgement.Unscored("the answer has a label within a longer run of letters without spaces");
            }
            if (mention == Phrases.Mention.DISPUTED) {
                return new Judgement.Unscored("the answer says something against a label that it names");
            }
            if (mention == Phrases.Mention.SAID || mention == Phrases.Mention.ALTERNATIVE) {
                named.add(label);
            }
        }
        List<String> longest = named.stream()
                .filter(label -> named.stream()
                        .noneMatch(other ->
                                other.length() > label.length() && (" " + other + " ").contains(" " + label + " ")))
                .toList();
        boolean right = longest.equals(List.of(wanted));
        return Judgement.Score.of(
                right, String.join(", ", longest), "names %s; right is '%s'".formatted(shown(longest), wanted));
    }

    private String shown(List<String> named) {
        return named.isEmpty() ? "none of %d labels".formatted(labels.size()) : "'" + String.join("', '", named) + "'";
    }
}
