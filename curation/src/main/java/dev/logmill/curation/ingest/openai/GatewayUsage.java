package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/** The tokens that a gateway counted beside the bodies of a call. */
final class GatewayUsage {
    private static final String IN_OF_CLOUDFLARE = "tokens_in";
    private static final String OUT_OF_CLOUDFLARE = "tokens_out";

    private GatewayUsage() {}

    static Optional<Usage> of(Envelope envelope) {
        JsonNode record = envelope.record();
        Optional<Usage> ofBedrock = InvocationLog.usage(envelope);
        envelope.use(IN_OF_CLOUDFLARE);
        envelope.use(OUT_OF_CLOUDFLARE);
        return ofBedrock
                .or(() -> UsageConvention.CHAT.read(record.path("usage")))
                .or(() -> UsageConvention.CHAT.read(record))
                .or(() -> ofCloudflare(record));
    }

    private static Optional<Usage> ofCloudflare(JsonNode record) {
        Usage usage = new Usage(
                Fields.count(record, IN_OF_CLOUDFLARE),
                Fields.count(record, OUT_OF_CLOUDFLARE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }
}
