package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.mapped.Mapping.SignalFields;
import dev.logmill.curation.ingest.mapped.Mapping.Unit;
import dev.logmill.curation.trace.SignalChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where a mapping says that the signals of a record lie. */
final class SignalFieldsReader {
    private SignalFieldsReader() {}

    static List<SignalFields> read(MappingKeys keys, Unit unit) {
        List<SignalFields> signals = new ArrayList<>();
        for (MappingKeys signal : keys.list("signals")) {
            signals.add(signal(signal));
            signal.require(
                    unit != Unit.FEEDBACK || signal.has("trace") || signal.has("span") || signal.has("session"),
                    "needs trace, span or session: what the feedback is about");
            signal.refuseUnknown();
        }
        return List.copyOf(signals);
    }

    private static SignalFields signal(MappingKeys keys) {
        Optional<SignalChannel> fixed = keys.maybeChoice("channel", SignalChannel.class);
        Optional<Address> at = keys.address("channel-at");
        if (keys.has("channel") == keys.has("channel-at")) {
            keys.problem("needs one of channel and channel-at, and not both");
        }
        keys.require(
                !at.isEmpty() || keys.has("value") || keys.has("text") || keys.has("withdrawn"),
                "needs value, text or withdrawn: else it says nothing");
        double least = keys.number("min", 0);
        double greatest = keys.number("max", 1);
        if (!(least < greatest)) {
            keys.problem("min must be less than max, was %s and %s".formatted(least, greatest));
        }
        return new SignalFields(
                keys.address("id"),
                keys.address("feedback-id"),
                keys.address("supersedes"),
                keys.address("trace"),
                keys.address("span"),
                keys.address("session"),
                keys.address("user"),
                at,
                keys.choices("channels", SignalChannel.class),
                fixed,
                keys.address("value"),
                least,
                greatest,
                keys.shares("values"),
                keys.address("text"),
                keys.address("withdrawn"),
                keys.time("time"));
    }
}
