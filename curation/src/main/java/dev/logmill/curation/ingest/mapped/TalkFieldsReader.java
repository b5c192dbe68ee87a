package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.mapped.Mapping.CallFields;
import dev.logmill.curation.ingest.mapped.Mapping.MessageFields;
import dev.logmill.curation.ingest.mapped.Mapping.OfferFields;
import dev.logmill.curation.trace.Role;

/** Reads what a mapping says of the fields inside messages, calls and offered tools; what it leaves out has the usual names. */
final class TalkFieldsReader {
    private TalkFieldsReader() {}

    static MessageFields message(MappingKeys keys, boolean declared) {
        MessageFields message = new MessageFields(
                declared,
                keys.address("role", "/role"),
                keys.choices("roles", Role.class),
                keys.address("content", "/content"),
                calls(keys),
                keys.address("tool-call-id", "/tool_call_id"),
                keys.address("name", "/name"),
                keys.time("time"),
                keys.address("error"),
                UsageFields.read(keys.nested("usage")),
                FinishFields.read(keys));
        keys.refuseUnknown();
        return message;
    }

    /** An address alone is that of tools in a shape that is known. */
    static OfferFields offers(MappingKeys mapping) {
        boolean declared = mapping.isBlock("tools");
        MappingKeys keys = declared ? mapping.nested("tools") : mapping.nothing();
        keys.require(!declared || keys.has("at"), "needs at: where the tools lie");
        OfferFields offers = new OfferFields(
                declared ? keys.address("at") : mapping.address("tools"),
                declared,
                keys.address("name", "/name"),
                keys.address("description", "/description"),
                keys.address("schema", "/parameters", "/input_schema", "/inputSchema", "/schema"));
        keys.refuseUnknown();
        return offers;
    }

    /** An address alone is that of calls in a shape that is known. */
    private static CallFields calls(MappingKeys message) {
        boolean declared = message.isBlock("tool-calls");
        MappingKeys keys = declared ? message.nested("tool-calls") : message.nothing();
        Address at = declared ? keys.address("at", "/tool_calls") : message.address("tool-calls", "/tool_calls");
        CallFields calls = new CallFields(
                at,
                declared,
                keys.address("id", "/id", "/call_id"),
                keys.address("name", "/function/name", "/name"),
                keys.address("arguments", "/function/arguments", "/arguments", "/args", "/input", "/parameters"),
                keys.address("result"),
                keys.address("error"));
        keys.refuseUnknown();
        return calls;
    }
}
