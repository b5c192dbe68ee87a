package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What users said of an answer in columns of a team's own, as {@code thumbs: down} or {@code rating: 4}. A number in a rating is one of
 * stars from 1 to 5; what is not understood makes no signal and stays among the fields that have no place. A vote with fields of its
 * own is feedback ({@link RecordFeedback}).
 */
final class Votes {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}([.][0-9]{1,6})?");

    /** How a column says what its users thought. */
    private enum Column {
        SIDED(Key.VOTE) {
            @Override
            Optional<Vote> vote(JsonNode told) {
                return thumb(sided(told));
            }
        },
        /** A column for each thumb: beside a call one that is not set says nothing, for a missing thumb is no thumb down. */
        UP(Key.UP) {
            @Override
            Optional<Vote> vote(JsonNode told) {
                return thumb(Mark.sided(told).filter(set -> set == 1.0));
            }
        },
        DOWN(Key.DOWN) {
            @Override
            Optional<Vote> vote(JsonNode told) {
                return thumb(Mark.sided(told).filter(set -> set == 1.0).map(set -> 0.0));
            }
        },
        STARS(Key.RATING) {
            @Override
            Optional<Vote> vote(JsonNode told) {
                String text = Fields.text(told).orElse("").strip();
                return NUMBER.matcher(text).matches()
                        ? Mark.stars(DoubleNode.valueOf(Double.parseDouble(text)), MissingNode.getInstance())
                                .map(value -> new Vote(SignalChannel.RATING, value))
                        : told.isNumber() ? Optional.empty() : thumb(Mark.sided(told));
            }
        };

        private final Key key;

        Column(Key key) {
            this.key = key;
        }

        abstract Optional<Vote> vote(JsonNode told);

        private static Optional<Vote> thumb(Optional<Double> value) {
            return value.map(side -> new Vote(SignalChannel.THUMB, side));
        }
    }

    /** From 0 bad to 1 good. */
    private record Vote(SignalChannel channel, double value) {}

    private Votes() {}

    /** Whether any column holds something. */
    static boolean areIn(Scopes scopes) {
        return Arrays.stream(Column.values())
                .anyMatch(column -> scopes.find(column.key).isPresent());
    }

    /** The signals of a record; a vote has no time of its own, and its words stand beside it. */
    static List<Signal> of(
            String source, Scopes scopes, Fields fields, RecordFeedback.Target target, Optional<Instant> at) {
        return Arrays.stream(Column.values())
                .flatMap(column -> scopes
                        .find(column.key)
                        .filter(found -> column != Column.SIDED || found.value().isValueNode())
                        .flatMap(found -> {
                            Optional<Vote> vote = column.vote(found.value());
                            if (vote.isEmpty()) {
                                fields.keep(found.name(), found.value());
                            }
                            return vote.map(said -> signal(source, column, said, target, at, scopes.text(Key.COMMENT)));
                        })
                        .stream())
                .toList();
    }

    /** The side that a vote takes; a number beyond is a count, or a grade. */
    static Optional<Double> sided(JsonNode told) {
        return told.isNumber() && Math.abs(told.doubleValue()) > 1 ? Optional.empty() : Mark.sided(told);
    }

    /** Whether a number is more than one side or the other. */
    static boolean isBetween(double number) {
        return number > 0 && number < 1;
    }

    /** A thumb up that was not given, in a record that tells of nothing else: there it is one down, unless a column for that says so. */
    static Optional<Signal> downAlone(
            String source, Scopes scopes, RecordFeedback.Target target, Optional<Instant> at) {
        return scopes.find(Key.UP)
                .filter(found -> found.value().isBoolean() && !found.value().booleanValue())
                .filter(found -> scopes.find(Key.DOWN).isEmpty())
                .map(found -> signal(
                        source, Column.UP, new Vote(SignalChannel.THUMB, 0), target, at, scopes.text(Key.COMMENT)));
    }

    private static Signal signal(
            String source,
            Column column,
            Vote vote,
            RecordFeedback.Target target,
            Optional<Instant> at,
            Optional<String> comment) {
        String id = MadeId.of(
                column.key.name(),
                target.traceId().orElse(""),
                target.spanId().orElse(""),
                target.sessionId().orElse(""),
                target.subject().orElse(""));
        return Signal.of(source, id, vote.channel())
                .project(target.project())
                .traceId(target.traceId())
                .spanId(target.spanId())
                .sessionId(target.sessionId())
                .subject(target.subject())
                .value(Optional.of(vote.value()))
                .text(comment)
                .eventAt(at)
                .build();
    }
}
