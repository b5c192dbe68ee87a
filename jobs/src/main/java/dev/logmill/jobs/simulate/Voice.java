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
    private final Journal journal;
    private final Draw draw;

    Voice(Setting setting, Journal journal, Draw draw) {
        this.setting = setting;
        this.journal = journal;
        this.draw = draw;
    }

    /** Whether the user of an answer would rate it, and how if so. */
    static void wouldRate(ObjectNode fact, People.Person person, boolean good, String span) {
        Draw draw = Draw.of("would-rate", span);
        boolean rates = draw.chance(person.rates() * (good ? 1 : UNHAPPY));
        boolean pleased = good ? draw.chance(0.95) : draw.chance(person.generosity());
        String kind = draw.unit() < 0.7 ? "thumb" : "rating";
        fact.put("would_rate", rates);
        fact.putObject("how").put("kind", kind).put("value", value(kind, pleased, draw));
    }

    private static double value(String kind, boolean pleased, Draw draw) {
        if (kind.equals("thumb")) {
            return pleased ? 1 : 0;
        }
        return (pleased ? draw.between(3, 4) : draw.between(0, 1)) / 4.0;
    }

    /** What comes of a run: its outcome, a rating, a correction, or that the user leaves. */
    void speak(RunTeller.Told told) {
        if (setting.agent() == Agent.ORDER_TOOLS && draw.chance(0.4)) {
            journal.feedback(event(told, "outcome", told.endMs() + draw.between(1, 240) * MINUTE)
                    .put("value", told.good() ? 1 : 0));
        }
        ObjectNode would = Json.MAPPER.createObjectNode();
        wouldRate(would, setting.person(), told.good(), told.span());
        if (would.path("would_rate").asBoolean() && !told.failed()) {
            rate(told, would);
        } else if (draw.chance(told.good() ? 0.001 : 0.012)) {
            journal.feedback(event(told, "abandon", told.endMs() + 10 * MINUTE));
        }
    }

    private void rate(RunTeller.Told told, ObjectNode would) {
        long at = told.endMs() + delay();
        boolean text = !told.right().isEmpty() && told.right().indexOf('{') < 0;
        if (!told.good() && text && draw.chance(0.3)) {
            journal.feedback(event(told, "correction", at).put("text", told.right()));
            return;
        }
        String kind = would.path("how").path("kind").asText();
        double value = would.path("how").path("value").asDouble();
        ObjectNode first = event(told, kind, at).put("value", value);
        journal.feedback(first);
        if (draw.chance(0.2)) {
            ObjectNode later = first.deepCopy()
                    .put("event_id", "ev-" + draw.hex(12))
                    .put("at_ms", at + draw.between(1, 2880) * MINUTE);
            boolean withdraws = draw.chance(0.5);
            journal.feedback(withdraws ? later.put("withdrawn", true) : later.put("value", 1 - value));
        }
    }

    /** The user asked the same again. */
    void regenerate(RunTeller.Told told, long at) {
        journal.feedback(event(told, "regenerate", at));
    }

    /** Mostly minutes, with a heavy tail: one in ten comes after a day, some up to two weeks later. */
    private long delay() {
        double minutes = 2 * Math.pow(1 - draw.unit(), -3);
        return minutes * MINUTE < LONGEST ? (long) (minutes * MINUTE) : (long) (draw.unit() * LONGEST);
    }

    private ObjectNode event(RunTeller.Told told, String kind, long at) {
        return Json.MAPPER
                .createObjectNode()
                .put("event_id", "ev-" + draw.hex(12))
                .put("feedback_id", "fb-" + draw.hex(12))
                .put("trace", told.trace())
                .put("span", told.span())
                .put("session", setting.session())
                .put("user", setting.person().id())
                .put("kind", kind)
                .put("at_ms", at)
                .put("withdrawn", false);
    }
}
