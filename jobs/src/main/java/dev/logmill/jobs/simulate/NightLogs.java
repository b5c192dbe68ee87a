package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where the people and agents of one night leave their records. */
final class NightLogs {
    static final String GATEWAY = "gateway";
    static final String APP = "app";
    static final String FEEDBACK = "feedback";

    /** A trace some of whose spans arrive a night late. */
    private static final double LATE_TRACES = 0.01;

    private final SimulationConfig config;
    private final LocalDate date;
    private final Pages pages;
    private final Truth truth;
    private final Dice dice;

    NightLogs(SimulationConfig config, LocalDate date, Pages pages, Truth truth, Dice dice) {
        this.config = config;
        this.date = date;
        this.pages = pages;
        this.truth = truth;
        this.dice = dice;
    }

    Instant midnight() {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Whether a trace's spans shall lie in two nights. */
    boolean drawsLate() {
        return dice.chance(LATE_TRACES);
    }

    void span(String source, boolean lateTrace, ObjectNode record, People.Person person) {
        String text = record.toString();
        person.identities().stream().filter(one -> text.contains(one.value())).forEach(one -> identity(record, one));
        LocalDate next = date.plusDays(1);
        boolean late = lateTrace && !next.isAfter(config.last()) && dice.chance(0.5);
        pages.add(source, late ? next : date, record);
    }

    void truth(ObjectNode fact) {
        truth.add(Truth.Page.SPANS, fact);
    }

    private void identity(ObjectNode record, Asked.Identity identity) {
        truth.add(
                Truth.Page.IDENTITIES,
                Json.MAPPER
                        .createObjectNode()
                        .put(
                                "trace_id",
                                record.path("trace_id")
                                        .asText(record.path("trace").asText()))
                        .put(
                                "span_id",
                                record.path("span_id").asText(record.path("id").asText()))
                        .put("kind", identity.kind())
                        .put("value", identity.value()));
    }

    /** An event that lies in the night in which it happens, or never arrives when that is after the last. */
    void feedback(ObjectNode event) {
        LocalDate night = Instant.ofEpochMilli(event.path("at_ms").asLong())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        pages.add(FEEDBACK, night, event);
        truth.add(
                Truth.Page.FEEDBACK,
                event.deepCopy().put("night", night.toString()).put("arrives", !night.isAfter(config.last())));
    }
}
