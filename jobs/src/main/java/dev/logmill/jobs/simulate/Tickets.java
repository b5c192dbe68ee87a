package dev.logmill.jobs.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts one label on a support ticket. The words of a label stand in the ticket; brackets hold what is settled. */
final class Tickets implements Craft {
    private static final Map<String, List<String>> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "billing",
                    List.of("I was charged twice", "I do not understand my invoice", "my bill shows a wrong amount")),
            Map.entry(
                    "refund",
                    List.of("I want my money back", "I would like to be refunded", "I still wait for my refund")),
            Map.entry(
                    "delivery_late",
                    List.of("it has not arrived yet", "it is late by a week", "it seems stuck on its way")),
            Map.entry(
                    "damaged",
                    List.of("it arrived broken", "it came with a crack", "it had a torn seam out of the box")),
            Map.entry(
                    "wrong_item",
                    List.of("I got a different article", "I received the wrong colour", "you sent me another size")),
            Map.entry("account_access", List.of("I cannot log in", "I am locked out", "I get no reset code")),
            Map.entry(
                    "address_change",
                    List.of("I have moved house", "I need another delivery address", "I mistyped my street")),
            Map.entry(
                    "cancellation",
                    List.of("I want to cancel", "I need to stop the purchase", "I changed my mind before dispatch")),
            Map.entry(
                    "warranty",
                    List.of(
                            "it stopped working after months",
                            "it is still under guarantee",
                            "it broke within its first year")),
            Map.entry(
                    "product_question",
                    List.of("I wonder if it is waterproof", "I ask which size fits", "I look for care advice")),
            Map.entry(
                    "privacy",
                    List.of("I want my data erased", "I ask what you store about me", "I object to your newsletter")),
            Map.entry(
                    "praise", List.of("I just want to say thanks", "I love what you do", "I had a great experience"))));
    static final List<String> LABELS = List.copyOf(WORDS.keySet());
    private static final List<String> OPENINGS = List.of(
            "Hello,", "Hi team,", "Good morning,", "To whom it may concern,", "Hey,", "Dear support,", "Hi again,");
    private static final List<String> ENDINGS = List.of(
            "Please help soon.",
            "Thank you in advance.",
            "What can be done?",
            "I look forward to your answer.",
            "This is the second time that I write.",
            "No hurry.");

    @Override
    public String mark() {
        return "You route support tickets";
    }

    @Override
    public String system(int version) {
        String labels = String.join(", ", LABELS);
        return version == 1
                ? "You route support tickets of an outdoor shop. Answer with exactly one of these labels: " + labels
                        + "."
                : "You route support tickets of an outdoor shop. Read the ticket to its end, ignore what the customer"
                        + " calls settled, and answer with one label and nothing else. Labels: " + labels + ".";
    }

    @Override
    public SimulatedTask task(Dice dice, int version) {
        // After the new version customers write more about deliveries: the traffic drifts.
        String label = version > 1 && dice.chance(0.2) ? "delivery_late" : dice.of(LABELS);
        boolean distracted = dice.chance(0.3);
        String settled = distracted
                ? " (Earlier I wrote: " + phrase(dice, dice.other(LABELS, label)) + "; that is settled.)"
                : "";
        String text = "%s about the %s from order %s: %s.%s %s"
                .formatted(
                        dice.of(OPENINGS),
                        dice.of(Words.PRODUCTS),
                        Words.order(dice),
                        phrase(dice, label),
                        settled,
                        dice.of(ENDINGS));
        return SimulatedTask.of(text, distracted ? 0.6 + 0.4 * dice.unit() : 0.6 * dice.unit());
    }

    private static String phrase(Dice dice, String label) {
        return dice.of(WORDS.getOrDefault(label, LABELS));
    }

    @Override
    public Optional<ModelReply> solve(Chat chat) {
        String text = chat.question();
        int open = text.indexOf('(');
        int close = text.indexOf(')', open + 1);
        String asked = open >= 0 && close > open ? text.substring(0, open) + text.substring(close + 1) : text;
        return WORDS.entrySet().stream()
                .filter(label -> label.getValue().stream().anyMatch(asked::contains))
                .findFirst()
                .map(label -> ModelReply.text(label.getKey()));
    }

    @Override
    public ModelReply miss(Chat chat, ModelReply right, Dice dice) {
        return ModelReply.text(dice.other(LABELS, right.content()));
    }

    @Override
    public double skill(int version) {
        return version == 1 ? 0.86 : 0.78;
    }
}
