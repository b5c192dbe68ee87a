package dev.logmill.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers from documents that were looked up before; where they are silent, it says so. */
final class Docs implements Craft {
    static final String SILENT = "The documents do not say.";
    private static final List<String> FACTS = List.of(
            "warranty in months",
            "weight in grams",
            "length in centimetres",
            "washing temperature",
            "number of parts",
            "maximum load in kilograms",
            "battery life in hours",
            "recommended age");

    @Override
    public String mark() {
        return "You answer questions from the documents";
    }

    @Override
    public String system(int version) {
        return "You answer questions from the documents that you are given, and name the one you used. If they do not"
                + " hold the answer, say: " + SILENT;
    }

    @Override
    public SimulatedTask task(Dice dice, int version) {
        String product = dice.of(Words.PRODUCTS);
        String fact = dice.of(FACTS);
        boolean silent = dice.chance(0.12);
        List<String> lines = new ArrayList<>();
        for (int i = dice.between(2, 5); i > 0; i--) {
            lines.add(line(dice, dice.other(Words.PRODUCTS, product), dice.of(FACTS)));
        }
        lines.add(line(dice, product, dice.other(FACTS, fact)));
        if (!silent) {
            lines.add(line(dice, product, fact));
        }
        dice.shuffle(lines);
        StringBuilder context = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            context.append('[').append(i + 1).append("] ").append(lines.get(i)).append('\n');
        }
        String question = "What is the %s of the %s?".formatted(fact, product);
        return new SimulatedTask(
                "Documents:\n" + context + "Question: " + question,
                silent ? 0.9 : lines.size() / 10.0,
                Optional.of(new SimulatedTask.Retrieved(question, context.toString())));
    }

    private static String line(Dice dice, String product, String fact) {
        return "%s, %s: %d.".formatted(product, fact, dice.between(3, 900));
    }

    @Override
    public Optional<ModelReply> solve(Chat chat) {
        String asked = chat.question();
        Optional<String> fact = Words.between(asked, "Question: What is the ", " of the ");
        Optional<String> product = Words.between(asked, " of the ", "?");
        if (fact.isEmpty() || product.isEmpty()) {
            return Optional.empty();
        }
        String wanted = "] %s, %s: ".formatted(product.get(), fact.get());
        for (String line : asked.split("\n", -1)) {
            int at = line.indexOf(wanted);
            if (at > 0) {
                String value = line.substring(at + wanted.length()).replace(".", "");
                return Optional.of(answer(fact.get(), product.get(), value, line.substring(0, at + 1)));
            }
        }
        return Optional.of(ModelReply.text(SILENT));
    }

    private static ModelReply answer(String fact, String product, String value, String source) {
        return ModelReply.text("The %s of the %s is %s %s.".formatted(fact, product, value, source));
    }

    @Override
    public ModelReply miss(Chat chat, ModelReply right, Dice dice) {
        String asked = chat.question();
        String fact = Words.between(asked, "Question: What is the ", " of the ").orElse("value");
        String product = Words.between(asked, " of the ", "?").orElse("product");
        boolean ungrounded = right.content().equals(SILENT) || dice.chance(0.6);
        return ungrounded
                ? answer(fact, product, Integer.toString(dice.between(901, 999)), "[1]")
                : ModelReply.text(SILENT);
    }

    @Override
    public double skill(int version) {
        return 0.82;
    }
}
