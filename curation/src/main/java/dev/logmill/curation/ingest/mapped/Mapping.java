package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.SpanKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the fields of a record mean. Read from the {@code mapping} of a source; see {@link MappingReader} for its keys.
 */
record Mapping(
        Unit unit,
        When when,
        List<String> queries,
        Optional<Address> records,
        List<PathNames> object,
        Ids ids,
        Who who,
        Optional<MappedTime> started,
        Optional<MappedTime> ended,
        Optional<MappedDuration> took,
        Optional<MappedTime> updated,
        Kinds kinds,
        Optional<Address> name,
        Optional<Address> messages,
        MessageFields message,
        Optional<Address> system,
        Optional<Address> input,
        Optional<Address> output,
        OfferFields tools,
        ModelFields model,
        FinishFields finish,
        ToolFields tool,
        UsageFields usage,
        Optional<Address> cost,
        Optional<Address> errorType,
        Optional<Address> errorMessage,
        Optional<Address> outcome,
        List<SignalFields> signals,
        boolean keepUnmapped,
        List<String> attributes,
        MappedFields fields)
        implements Serializable {

    /** Names of the path's parts that ids of people and sessions are read from. */
    Set<String> peopleOfThePath() {
        List<Optional<Address>> people = new ArrayList<>(List.of(who.session(), who.user(), who.group()));
        signals.forEach(signal -> people.addAll(List.of(signal.session(), signal.user())));
        return people.stream()
                .flatMap(Optional::stream)
                .flatMap(Address::pathNames)
                .collect(Collectors.toSet());
    }

    /** What one record is. */
    enum Unit {
        SPAN,
        CONVERSATION,
        FEEDBACK
    }

    record Ids(Optional<Address> project, Optional<Address> trace, Optional<Address> span, Optional<Address> parent)
            implements Serializable {
        /** Whether an id that rows keep as it is is made of what lies at an address. */
        boolean read(Address at) {
            return Stream.of(trace, span, parent).flatMap(Optional::stream).anyMatch(id -> id.reads(at));
        }
    }

    record Who(
            Optional<Address> agent,
            Optional<Address> agentVersion,
            Optional<Address> session,
            Optional<Address> user,
            Optional<Address> group)
            implements Serializable {}

    record Kinds(Optional<Address> at, Map<String, SpanKind> values, SpanKind otherwise) implements Serializable {}

    /**
     * What the fields of a message are called.
     *
     * @param declared the mapping says so; else they are called as OpenAI calls them
     */
    record MessageFields(
            boolean declared,
            Address role,
            Map<String, Role> roles,
            Address content,
            CallFields calls,
            Address toolCallId,
            Address name,
            Optional<MappedTime> time,
            Optional<Address> error,
            UsageFields usage,
            FinishFields finish)
            implements Serializable {}

    /**
     * Where the calls of a message lie.
     *
     * @param declared the mapping says what the fields of a call are called; else a call has a shape that is known
     * @param result where a call holds its own result
     * @param error what tells that the call failed
     */
    record CallFields(
            Address at,
            boolean declared,
            Address id,
            Address name,
            Address arguments,
            Optional<Address> result,
            Optional<Address> error)
            implements Serializable {}

    /**
     * Where the tools that were offered lie.
     *
     * @param declared the mapping says what the fields of a tool are called; else a tool has a shape that is known
     */
    record OfferFields(Optional<Address> at, boolean declared, Address name, Address description, Address schema)
            implements Serializable {}

    record ToolFields(
            Optional<Address> name, Optional<Address> callId, Optional<Address> arguments, Optional<Address> result)
            implements Serializable {}

    record SignalFields(
            Optional<Address> id,
            Optional<Address> feedbackId,
            Optional<Address> supersedes,
            Optional<Address> trace,
            Optional<Address> span,
            Optional<Address> session,
            Optional<Address> user,
            Optional<Address> channelAt,
            Map<String, SignalChannel> channels,
            Optional<SignalChannel> channel,
            Optional<Address> value,
            double least,
            double greatest,
            Map<String, Double> values,
            Optional<Address> text,
            Optional<Address> withdrawn,
            Optional<MappedTime> time)
            implements Serializable {}
}
