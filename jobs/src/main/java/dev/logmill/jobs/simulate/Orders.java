package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks orders up, pays them back and sends them elsewhere, by tools. An order's number tells its state. */
final class Orders implements Craft {
    private static final List<String> STATES = List.of("in preparation", "packed", "shipped", "on its way");
    private static final Map<String, String> REASONS = new TreeMap<>(Map.of(
            "it came damaged",
            "damaged",
            "it came too late",
            "late",
            "the wrong article came",
            "wrong_item",
            "I no longer need it",
            "changed_mind"));

    @Override
    public String mark() {
        return "You help customers with their orders";
    }

    @Override
    public String system(int version) {
        return "You help customers with their orders. "
                + (version == 1
                        ? "Use the tools, then answer in one sentence."
                        : "Look an order up before you refund it. Never guess a number. Answer in one sentence.");
    }

    @Override
    public SimulatedTask task(Dice dice, int version) {
        String order = Words.order(dice);
        double kind = dice.unit();
        if (kind < 0.45) {
            String form = dice.of(List.of(
                    "Where is my order %s?",
                    "Can you tell me the status of %s?", "When will %s arrive?", "I wait for %s, any news?"));
            return SimulatedTask.of(form.formatted(order), 0.4 * dice.unit());
        }
        if (kind < 0.75) {
            String form = dice.of(
                    List.of("Please refund %s, %s.", "I want a refund for %s: %s.", "Refund order %s because %s!"));
            return SimulatedTask.of(
                    form.formatted(order, dice.of(List.copyOf(REASONS.keySet()))), 0.3 + 0.5 * dice.unit());
        }
        return SimulatedTask.of(
                "Please send %s to %d %s in %s, contact %s, thank you."
                        .formatted(
                                order,
                                dice.between(1, 99),
                                dice.of(Words.STREETS),
                                dice.of(Words.CITIES),
                                People.CONTACT),
                0.4 + 0.6 * dice.unit());
    }

    @Override
    public Optional<ModelReply> solve(Chat chat) {
        String asked = chat.question();
        Optional<String> order = Words.order(asked);
        List<String> results = chat.results();
        boolean refund = asked.toLowerCase(Locale.ROOT).contains("refund");
        if (order.isEmpty()) {
            return Optional.empty();
        }
        if (results.isEmpty()) {
            return asked.contains("Please send")
                    ? move(order.get(), asked)
                    : Optional.of(ModelReply.call("lookup_order", "order_id", order.get()));
        }
        JsonNode last = Json.container(results.get(results.size() - 1)).orElseGet(Json.MAPPER::createObjectNode);
        if (last.has("error")) {
            return Optional.of(
                    ModelReply.text("I could not reach order %s; please check the number.".formatted(order.get())));
        }
        boolean looked = last.has("status");
        return refund && looked && results.size() == 1 ? pay(order.get(), asked) : Optional.of(end(order.get(), last));
    }

    private static Optional<ModelReply> move(String order, String asked) {
        Optional<String> place = Words.between(asked, " to ", ", contact ");
        Optional<String> contact = Words.between(asked, ", contact ", ", thank");
        int in = place.map(where -> where.indexOf(" in ")).orElse(-1);
        if (in < 0 || contact.isEmpty()) {
            return Optional.empty();
        }
        String street = place.get().substring(0, in);
        String city = place.get().substring(in + 4);
        return Optional.of(ModelReply.call(
                "change_address", "order_id", order, "street", street, "city", city, "contact", contact.get()));
    }

    private static Optional<ModelReply> pay(String order, String asked) {
        return REASONS.entrySet().stream()
                .filter(reason -> asked.contains(reason.getKey()))
                .findFirst()
                .map(reason -> ModelReply.call("refund_order", "order_id", order, "reason", reason.getValue()));
    }

    private static ModelReply end(String order, JsonNode last) {
        if (last.has("status")) {
            return ModelReply.text("Order %s is %s and should be with you in %d days."
                    .formatted(
                            order,
                            last.path("status").asText(),
                            last.path("eta_days").asInt()));
        }
        if (last.has("refunded_cents")) {
            return ModelReply.text("Order %s is refunded with %d cents."
                    .formatted(order, last.path("refunded_cents").asInt()));
        }
        return ModelReply.text(
                "Order %s now goes to %s.".formatted(order, last.path("city").asText("the new address")));
    }

    /** What the shop's system answers to a call. */
    static ObjectNode result(ModelReply.Call call, String asked, String mail) {
        ObjectNode result = Json.MAPPER.createObjectNode();
        String order = call.arguments().path("order_id").asText();
        if (!Words.order(asked).equals(Optional.of(order))) {
            return result.put("error", "order not found");
        }
        Dice state = Dice.of("order", order);
        int cents = state.between(900, 30_000);
        result.put("order_id", order);
        return switch (call.tool()) {
            case "lookup_order" ->
                result.put("status", state.of(STATES))
                        .put("eta_days", state.between(1, 9))
                        .put("total_cents", cents)
                        .put("customer_email", mail);
            case "refund_order" -> result.put("refunded_cents", cents);
            default -> result.put("city", call.arguments().path("city").asText());
        };
    }

    @Override
    public ModelReply miss(Chat chat, ModelReply right, Dice dice) {
        if (right.call().isEmpty()) {
            return ModelReply.text(STATES.stream()
                    .filter(state -> right.content().contains(" is " + state))
                    .findFirst()
                    .map(state -> right.content().replace(" is " + state, " is " + dice.other(STATES, state)))
                    .orElse("Your request is noted, somebody will call you."));
        }
        ModelReply.Call call = right.call().get();
        ObjectNode arguments = call.arguments().deepCopy();
        if (arguments.has("reason") && dice.chance(0.5)) {
            arguments.put(
                    "reason",
                    dice.other(
                            List.copyOf(REASONS.values()),
                            arguments.path("reason").asText()));
        } else if (arguments.has("city") && dice.chance(0.5)) {
            arguments.put(
                    "city", dice.other(Words.CITIES, arguments.path("city").asText()));
        } else {
            String order = arguments.path("order_id").asText();
            arguments.put("order_id", "ORD" + (10_000 + (Integer.parseInt(order.substring(3)) + 9) % 90_000));
        }
        return new ModelReply("", Optional.of(new ModelReply.Call(call.tool(), arguments)));
    }

    @Override
    public double skill(int version) {
        return version == 1 ? 0.84 : 0.92;
    }

    @Override
    public ArrayNode tools() {
        return ToolSpecs.of(
                ToolSpecs.tool("lookup_order", "Finds an order.", "order_id"),
                ToolSpecs.tool(
                        "refund_order",
                        "Pays an order back.",
                        "order_id",
                        "reason:" + String.join("|", REASONS.values())),
                ToolSpecs.tool("change_address", "Sends an order elsewhere.", "order_id", "street", "city", "contact"));
    }

    /** A call id that the call itself tells. */
    static String callId(String written) {
        return "call_" + Digest.of("call", written).id().substring(0, 24).replace('0', 'g');
    }
}
