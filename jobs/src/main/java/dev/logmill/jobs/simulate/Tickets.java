package dev.logmill.jobs.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts one label on a support ticket. The words of a label stand in the ticket; brackets hold what is settled. */
final class Tickets implements Craft {
    private static final Map<String, List<String>> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "billing", List.of("charged twice", "an invoice I do not understand", "a wrong amount on my bill")),
            Map.entry("refund", List.of("want my money back", "would like to be refunded", "still wait for my refund")),
            Map.entry("delivery_late", List.of("has not arrived yet", "is late by a week", "seems stuck on its way")),
            Map.entry("damaged", List.of("arrived broken", "came with a crack", "has a torn seam out of the box")),
            Map.entry(
                    "wrong_item",
                    List.of("got a different article", "received the wrong colour", "sent me another size")),
            Map.entry("account_access", List.of("cannot log in", "am locked out", "get no reset code")),
            Map.entry(
                    "address_change",
                    List.of("have moved house", "need another delivery address", "mistyped my street")),
            Map.entry(
                    "cancellation",
                    List.of("want to cancel", "need to stop the purchase", "changed my mind before dispatch")),
            Map.entry(
                    "warranty",
                    List.of("stopped working after months", "is still under guarantee", "broke within its first year")),
            Map.entry(
                    "product_question",
                    List.of("wonder if it is waterproof", "ask which size fits", "look for care advice")),
            Map.entry(
                    "privacy",
                    List.of("want my data erased", "ask what you store about me", "object to your newsletter")),
            Map.entry("praise", List.of("just wanted to say thanks", "love what you do", "had a great experience"))));
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
    public Task task(Draw draw, int version) {
        // After the new version customers write more about deliveries: the traffic drifts.
        String label = version > 1 && draw.chance(0.2) ? "delivery_late" : draw.of(LABELS);
        boolean distracted = draw.chance(0.3);
        String settled = distracted
                ? " (Earlier I wrote that I " + phrase(draw, draw.other(LABELS, label)) + "; that is settled.)"
                : "";
        String text = "%s about the %s from order %s: I %s.%s %s"
                .formatted(
                        draw.of(OPENINGS),
                        draw.of(Words.PRODUCTS),
                        Words.order(draw),
                        phrase(draw, label),
                        settled,
                        draw.of(ENDINGS));
        return Task.of(text, distracted ? 0.6 + 0.4 * draw.unit() : 0.6 * draw.unit());
    }

    private static String phrase(Draw draw, String label) {
        return draw.of(WORDS.getOrDefault(label, LABELS));
    }

    @Override
    public Optional<Reply> solve(Chat chat) {
        String text = chat.question();
        int open = text.indexOf('(');
        int close = text.indexOf(')', open + 1);
        String asked = open >= 0 && close > open ? text.substring(0, open) + text.substring(close + 1) : text;
        return WORDS.entrySet().stream()
                .filter(label -> label.getValue().stream().anyMatch(asked::contains))
                .findFirst()
                .map(label -> Reply.text(label.getKey()));
    }

    @Override
    public Reply miss(Chat chat, Reply right, Draw draw) {
        return Reply.text(draw.other(LABELS, right.content()));
    }

    @Override
    public double skill(int version) {
        return version == 1 ? 0.86 : 0.78;
    }
}
