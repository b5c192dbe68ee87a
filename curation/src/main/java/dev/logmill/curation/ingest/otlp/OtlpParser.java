package dev.logmill.curation.ingest.otlp;

import com.google.protobuf.AbstractParser;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Empty;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.logs.v1.LogsData;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.List;

/**
 * Parses spans or log records. Nothing in the bytes names which they are: the way to both is the same, by the fields 1, 2 and
 * 2. But the first field of a span is its trace id, which has a length on the wire; that of a log record is a time of eight bytes.
 */
final class OtlpParser extends AbstractParser<Message> {
    private static final List<Integer> WAY = List.of(1, 2, 2);
    private static final List<Integer> TIMES_OF_LOG = List.of(1, 11);

    @Override
    public Message parsePartialFrom(CodedInputStream in, ExtensionRegistryLite extensions)
            throws InvalidProtocolBufferException {
        ByteString bytes = Empty.parser().parsePartialFrom(in, extensions).toByteString();
        return holdsLogs(UnknownFieldSet.parseFrom(bytes), WAY)
                ? LogsData.parseFrom(bytes)
                : TracesData.parseFrom(bytes);
    }

    private static boolean holdsLogs(UnknownFieldSet fields, List<Integer> way) throws InvalidProtocolBufferException {
        if (way.isEmpty()) {
            return TIMES_OF_LOG.stream()
                    .anyMatch(time -> !fields.getField(time).getFixed64List().isEmpty());
        }
        for (ByteString inner : fields.getField(way.get(0)).getLengthDelimitedList()) {
            if (holdsLogs(UnknownFieldSet.parseFrom(inner), way.subList(1, way.size()))) {
                return true;
            }
        }
        return false;
    }
}
