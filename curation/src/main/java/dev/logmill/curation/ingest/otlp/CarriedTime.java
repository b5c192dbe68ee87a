package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Times under the names that carriers have for them: nanoseconds since 1970 as a number or in text, ISO texts, seconds as
 * a fraction, and the pairs of seconds and nanoseconds of the JavaScript SDK.
 */
final class CarriedTime {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    private CarriedTime() {}

    /** The time in the first of these fields that is there; OTLP writes 0 where it knows none. */
    static Optional<Instant> of(JsonNode carrier, List<String> names) throws UnreadableRecord {
        for (String name : names) {
            JsonNode value = carrier.path(name);
            if (!Fields.isEmpty(value) && !value.asText().equals("0")) {
                return Optional.of(read(name, value));
            }
        }
        return Optional.empty();
    }

    private static Instant read(String name, JsonNode value) throws UnreadableRecord {
        boolean pair = value.isArray() && value.size() == 2;
        if (pair && value.path(0).canConvertToLong() && value.path(1).canConvertToLong()) {
            BigInteger nanos = BigInteger.valueOf(value.path(0).longValue())
                    .multiply(NANOS)
                    .add(BigInteger.valueOf(value.path(1).longValue()));
            return Timestamps.read(name, BigIntegerNode.valueOf(nanos), EpochUnit.NANOS);
        }
        return Timestamps.read(name, value);
    }
}
