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
    public Task task(Draw draw, int version) {
        String product = draw.of(Words.PRODUCTS);
        String fact = draw.of(FACTS);
        boolean silent = draw.chance(0.12);
        List<String> lines = new ArrayList<>();
        for (int i = draw.between(2, 5); i > 0; i--) {
            lines.add(line(draw, draw.other(Words.PRODUCTS, product), draw.of(FACTS)));
        }
        lines.add(line(draw, product, draw.other(FACTS, fact)));
        if (!silent) {
            lines.add(line(draw, product, fact));
        }
        draw.shuffle(lines);
        StringBuilder context = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            context.append('[').append(i + 1).append("] ").append(lines.get(i)).append('\n');
        }
        String question = "What is the %s of the %s?".formatted(fact, product);
        return new Task(
                "Documents:\n" + context + "Question: " + question,
                silent ? 0.9 : lines.size() / 10.0,
                Optional.of(new Task.Retrieved(question, context.toString())));
    }

    private static String line(Draw draw, String product, String fact) {
        return "%s, %s: %d.".formatted(product, fact, draw.between(3, 900));
    }

    @Override
    public Optional<Reply> solve(Chat chat) {
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
        return Optional.of(Reply.text(SILENT));
    }

    private static Reply answer(String fact, String product, String value, String source) {
        return Reply.text("The %s of the %s is %s %s.".formatted(fact, product, value, source));
    }

    @Override
    public Reply miss(Chat chat, Reply right, Draw draw) {
        String asked = chat.question();
        String fact = Words.between(asked, "Question: What is the ", " of the ").orElse("value");
        String product = Words.between(asked, " of the ", "?").orElse("product");
        boolean ungrounded = right.content().equals(SILENT) || draw.chance(0.6);
        return ungrounded ? answer(fact, product, Integer.toString(draw.between(901, 999)), "[1]") : Reply.text(SILENT);
    }

    @Override
    public double skill(int version) {
        return 0.82;
    }
}
