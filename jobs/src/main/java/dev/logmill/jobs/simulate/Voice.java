package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;

/** What a user says or does about an answer, mostly nothing, often late. */
final class Voice {
    private static final long MINUTE = 60_000;
    private static final long LONGEST = 14L * 24 * 60 * MINUTE;
    /** Who is unhappy rates more often. */
    private static final double UNHAPPY = 3;

    private final Setting setting;
    private final NightLogs logs;
    private final Dice dice;

    Voice(Setting setting, NightLogs logs, Dice dice) {
        this.setting = setting;
        this.logs = logs;
        this.dice = dice;
    }

    /** Whether the user of an answer would rate it, and how if so. */
    static void wouldRate(ObjectNode fact, People.Person person, boolean good, String span) {
        Dice dice = Dice.of("would-rate", span);
        boolean rates = dice.chance(person.rates() * (good ? 1 : UNHAPPY));
        boolean pleased = good ? dice.chance(0.95) : dice.chance(person.generosity());
        String kind = dice.unit() < 0.7 ? "thumb" : "rating";
        fact.put("would_rate", rates);
        fact.putObject("how").put("kind", kind).put("value", value(kind, pleased, dice));
    }

    private static double value(String kind, boolean pleased, Dice dice) {
        if (kind.equals("thumb")) {
            return pleased ? 1 : 0;
        }
        return (pleased ? dice.between(3, 4) : dice.between(0, 1)) / 4.0;
    }

    /** What comes of a run: its outcome, a rating, a correction, or that the user leaves. */
    void speak(RunTeller.Told told) {
        if (setting.agent() == SimulatedAgent.ORDER_TOOLS && dice.chance(0.4)) {
            logs.feedback(event(told, "outcome", told.endMs() + dice.between(1, 240) * MINUTE)
                    .put("value", told.good() ? 1 : 0));
        }
        ObjectNode would = Json.MAPPER.createObjectNode();
        wouldRate(would, setting.person(), told.good(), told.span());
        if (would.path("would_rate").asBoolean() && !told.failed()) {
            rate(told, would);
        } else if (dice.chance(told.good() ? 0.001 : 0.012)) {
            logs.feedback(event(told, "abandon", told.endMs() + 10 * MINUTE));
        }
    }

    private void rate(RunTeller.Told told, ObjectNode would) {
        long at = told.endMs() + delay();
        boolean text = !told.right().isEmpty() && told.right().indexOf('{') < 0;
        if (!told.good() && text && dice.chance(0.3)) {
            logs.feedback(event(told, "correction", at).put("text", told.right()));
            return;
        }
        String kind = would.path("how").path("kind").asText();
        double value = would.path("how").path("value").asDouble();
        ObjectNode first = event(told, kind, at).put("value", value);
        logs.feedback(first);
        if (dice.chance(0.2)) {
            ObjectNode later = first.deepCopy()
                    .put("event_id", "ev-" + dice.hex(12))
                    .put("at_ms", at + dice.between(1, 2880) * MINUTE);
            boolean withdraws = dice.chance(0.5);
            logs.feedback(withdraws ? later.put("withdrawn", true) : later.put("value", 1 - value));
        }
    }

    /** The user asked the same again. */
    void regenerate(RunTeller.Told told, long at) {
        logs.feedback(event(told, "regenerate", at));
    }

    /** Mostly minutes, with a heavy tail: one in ten comes after a day, some up to two weeks later. */
    private long delay() {
        double minutes = 2 * Math.pow(1 - dice.unit(), -3);
        return minutes * MINUTE < LONGEST ? (long) (minutes * MINUTE) : (long) (dice.unit() * LONGEST);
    }

    private ObjectNode event(RunTeller.Told told, String kind, long at) {
        return Json.MAPPER
                .createObjectNode()
                .put("event_id", "ev-" + dice.hex(12))
                .put("feedback_id", "fb-" + dice.hex(12))
                .put("trace", told.trace())
                .put("span", told.span())
                .put("session", setting.session())
                .put("user", setting.person().id())
                .put("kind", kind)
                .put("at_ms", at)
                .put("withdrawn", false);
    }
}
