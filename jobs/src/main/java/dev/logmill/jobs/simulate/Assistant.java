package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Talks about anything, with a tool for everything: what cannot be taken over by a small model. */
final class Assistant implements Craft {
    private static final Map<String, String> CAPITALS = new TreeMap<>(Map.of(
            "France",
            "Paris",
            "Japan",
            "Tokyo",
            "Kenya",
            "Nairobi",
            "Peru",
            "Lima",
            "Norway",
            "Oslo",
            "Egypt",
            "Cairo",
            "Chile",
            "Santiago",
            "Greece",
            "Athens"));
    private static final Map<String, String> SPANISH = new TreeMap<>(Map.of(
            "bread", "pan", "water", "agua", "house", "casa", "night", "noche", "book", "libro", "road", "camino"));
    private static final List<String> TOOLS = List.of(
            "get_weather:city",
            "create_reminder:text",
            "search_web:query",
            "send_message:text",
            "play_music:title",
            "set_timer:minutes",
            "find_place:query",
            "book_table:place",
            "open_app:name",
            "read_news:topic",
            "track_parcel:number",
            "make_note:text",
            "convert_money:amount");

    @Override
    public String mark() {
        return "You are a personal assistant";
    }

    @Override
    public String system(int version) {
        return "You are a personal assistant. Help with whatever comes, use tools when they help, be friendly.";
    }

    @Override
    public SimulatedTask task(Dice dice, int version) {
        String scene = "It is %d:%02d and I sit in %s with my %s. "
                .formatted(dice.between(7, 22), dice.between(0, 59), dice.of(Words.CITIES), dice.of(Words.PRODUCTS));
        return SimulatedTask.of(scene + question(dice), dice.unit());
    }

    private static String question(Dice dice) {
        return switch (dice.between(0, 5)) {
            case 0 -> "What is the capital of %s?".formatted(dice.of(List.copyOf(CAPITALS.keySet())));
            case 1 -> "What is %d times %d?".formatted(dice.between(3, 99), dice.between(3, 99));
            case 2 -> "How do you say %s in Spanish?".formatted(dice.of(List.copyOf(SPANISH.keySet())));
            case 3 -> "What is the weather in %s?".formatted(dice.of(Words.CITIES));
            case 4 ->
                "Remind me to pack the %s, before %d o'clock.".formatted(dice.of(Words.PRODUCTS), dice.between(7, 22));
            default ->
                "Write a line to a friend in %s about my new %s!"
                        .formatted(dice.of(Words.CITIES), dice.of(Words.PRODUCTS));
        };
    }

    @Override
    public Optional<ModelReply> solve(Chat chat) {
        String asked = chat.question();
        if (!chat.results().isEmpty()) {
            return Optional.of(
                    ModelReply.text("Done: " + chat.results().get(chat.results().size() - 1)));
        }
        return Words.between(asked, "capital of ", "?")
                .flatMap(land -> Optional.ofNullable(CAPITALS.get(land)))
                .or(() -> Words.between(asked, "you say ", " in Spanish")
                        .flatMap(word -> Optional.ofNullable(SPANISH.get(word))))
                .or(() -> product(asked))
                .or(() -> Words.between(asked, "a friend in ", "!")
                        .map(what -> "Greetings to " + what + " that you have to see!"))
                .map(ModelReply::text)
                .or(() -> Words.between(asked, "weather in ", "?")
                        .map(city -> ModelReply.call("get_weather", "city", city)))
                .or(() -> Words.between(asked, "Remind me to ", ", before")
                        .map(text -> ModelReply.call("create_reminder", "text", text)));
    }

    private static Optional<String> product(String asked) {
        Optional<String> first = Words.between(asked, "What is ", " times ");
        Optional<String> second = Words.between(asked, " times ", "?");
        boolean numbers = first.isPresent() && second.isPresent() && small(first.get()) && small(second.get());
        return numbers
                ? Optional.of(Integer.toString(Integer.parseInt(first.get()) * Integer.parseInt(second.get())))
                : Optional.empty();
    }

    private static boolean small(String number) {
        return !number.isEmpty() && number.length() <= 4 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public ModelReply miss(Chat chat, ModelReply right, Dice dice) {
        if (right.call().isPresent()) {
            return ModelReply.call(
                    "search_web", "query", "how to " + right.call().get().tool());
        }
        return ModelReply.text(dice.of(List.of(
                "I am not sure, maybe 42.", "Sorry, I cannot help with that.", "It should be Lisbon, I think.")));
    }

    @Override
    public double skill(int version) {
        return 0.75;
    }

    @Override
    public ArrayNode tools() {
        return ToolSpecs.of(TOOLS.stream()
                .map(tool -> tool.split(":", 2))
                .map(tool -> ToolSpecs.tool(tool[0], "Does what its name says.", tool[1]))
                .toArray(ObjectNode[]::new));
    }
}
