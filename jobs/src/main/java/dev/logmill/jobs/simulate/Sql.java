package dev.logmill.jobs.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns a question about a small shop database into one SQL query. */
final class Sql implements Craft {
    private record Entity(String plural, String numbers, Map<String, List<String>> columns) {}

    private static final List<Entity> TABLES = List.of(
            new Entity(
                    "orders",
                    "total_cents",
                    Map.of("status", List.of("open", "paid", "shipped"), "city", Words.CITIES)),
            new Entity("customers", "age", Map.of("city", Words.CITIES, "tier", List.of("gold", "silver", "basic"))),
            new Entity(
                    "products",
                    "price_cents",
                    Map.of("colour", List.of("red", "green", "blue"), "maker", List.of("Acme", "Norden", "Volta"))));
    private static final Map<String, String> SUMS =
            new TreeMap<>(Map.of("average", "AVG", "total", "SUM", "highest", "MAX", "lowest", "MIN"));

    @Override
    public String mark() {
        return "You write one SQL query";
    }

    @Override
    public String system(int version) {
        StringBuilder schema = new StringBuilder("You write one SQL query for SQLite and nothing else. Schema:\n");
        for (Entity table : TABLES) {
            schema.append("CREATE TABLE ")
                    .append(table.plural())
                    .append(" (id INTEGER, ")
                    .append(table.numbers())
                    .append(" INTEGER");
            new TreeMap<>(table.columns())
                    .keySet()
                    .forEach(column -> schema.append(", ").append(column).append(" TEXT"));
            schema.append(");\n");
        }
        return schema.toString();
    }

    @Override
    public SimulatedTask task(Dice dice, int version) {
        Entity table = dice.of(TABLES);
        String column = dice.of(List.copyOf(new TreeMap<>(table.columns()).keySet()));
        String value = dice.of(table.columns().getOrDefault(column, List.of()));
        String filter = "where %s is '%s' and the id is above %d".formatted(column, value, dice.between(1, 99_999));
        return switch (dice.between(0, 2)) {
            case 0 ->
                SimulatedTask.of("How many %s are there %s?".formatted(table.plural(), filter), 0.3 * dice.unit());
            case 1 ->
                SimulatedTask.of(
                        "What is the %s %s of %s %s?"
                                .formatted(
                                        dice.of(List.copyOf(SUMS.keySet())), table.numbers(), table.plural(), filter),
                        0.3 + 0.4 * dice.unit());
            default ->
                SimulatedTask.of(
                        "List the ids of %s %s, largest %s first, at most %d?"
                                .formatted(table.plural(), filter, table.numbers(), dice.between(2, 50)),
                        0.5 + 0.5 * dice.unit());
        };
    }

    @Override
    public Optional<ModelReply> solve(Chat chat) {
        String asked = chat.question();
        Optional<String> column = Words.between(asked, " where ", " is '");
        Optional<String> value = Words.between(asked, " is '", "'");
        Optional<Entity> table = TABLES.stream()
                .filter(entity -> asked.contains(" " + entity.plural() + " "))
                .findFirst();
        if (column.isEmpty() || value.isEmpty() || table.isEmpty() || !asked.contains("the id is above ")) {
            return Optional.empty();
        }
        String rest = "FROM %s WHERE %s = '%s' AND id > %s"
                .formatted(table.get().plural(), column.get(), value.get(), digits(asked, "the id is above "));
        Optional<String> limit = Words.between(asked, "at most ", "?");
        String number = table.get().numbers();
        if (limit.isPresent()) {
            return Optional.of(
                    ModelReply.text("SELECT id %s ORDER BY %s DESC LIMIT %s".formatted(rest, number, limit.get())));
        }
        String wanted = SUMS.entrySet().stream()
                .filter(sum -> asked.contains("the " + sum.getKey() + " "))
                .findFirst()
                .map(sum -> sum.getValue() + "(" + number + ")")
                .orElse("COUNT(*)");
        return Optional.of(ModelReply.text("SELECT " + wanted + " " + rest));
    }

    private static String digits(String text, String before) {
        int from = text.indexOf(before) + before.length();
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return text.substring(from, end);
    }

    @Override
    public ModelReply miss(Chat chat, ModelReply right, Dice dice) {
        String query = right.content();
        if (query.contains(" DESC") && dice.chance(0.5)) {
            return ModelReply.text(query.replace(" DESC", ""));
        }
        if (dice.chance(0.5)) {
            return ModelReply.text(query.replaceFirst(" WHERE [a-z]+ = '[A-Za-z]+' AND", " WHERE"));
        }
        return ModelReply.text(
                query.contains("COUNT(*)")
                        ? query.replace("COUNT(*)", "*")
                        : query.replaceFirst("SELECT [A-Za-z_()]+", "SELECT COUNT(*)"));
    }

    @Override
    public double skill(int version) {
        return 0.8;
    }
}
