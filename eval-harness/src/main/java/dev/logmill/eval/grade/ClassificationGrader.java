package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.TreeSet;

/**
 * The answer names one label of a closed set ({@code labels}), and it is the reference's. A label counts as a whole
 * word or phrase; an answer that names several is wrong, since whoever reads it could not act on it.
 */
final class ClassificationGrader implements Grader {
    private final List<String> labels;

    ClassificationGrader(JsonNode settings) {
        TreeSet<String> known = new TreeSet<>();
        settings.path("labels").forEach(label -> known.add(Answers.normalised(label.asText())));
        this.labels = List.copyOf(known);
    }

    @Override
    public Judgement grade(Message reference, Message answer) {
        String wanted = Answers.normalised(Answers.text(reference));
        if (!labels.contains(wanted)) {
            return new Judgement.Unscored("the reference is none of the labels");
        }
        String text = " " + Answers.normalised(Answers.text(answer)) + " ";
        List<String> named = labels.stream()
                .filter(label -> text.contains(" " + label + " "))
                .toList();
        List<String> longest = named.stream()
                .filter(label -> named.stream()
                        .noneMatch(other ->
                                other.length() > label.length() && (" " + other + " ").contains(" " + label + " ")))
                .toList();
        boolean right = longest.equals(List.of(wanted));
        return Judgement.Score.of(
                right, String.join(", ", longest), "names %d of %d labels".formatted(longest.size(), labels.size()));
    }
}
