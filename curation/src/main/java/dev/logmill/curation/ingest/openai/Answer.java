package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;

/**
 * What a model answered.
 *
 * @param messages the answer that counts, then alternatives; empty where there was none
 * @param ending why it ended, in the provider's own word
 * @param created when the provider says that it answered, seconds since 1970 or an ISO text; often absent
 */
record Answer(
        List<Message> messages,
        Optional<String> id,
        Optional<String> model,
        Optional<String> ending,
        Optional<Usage> usage,
        Optional<Failure> failure,
        JsonNode created) {}
