package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.logmill.curation.ingest.Told;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.LogsData;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpProtobufTest {
    private static final ByteString TRACE = bytes("5b8efff798038103d269b633813fc60c");
    private static final ByteString SPAN = bytes("eee19b7ec3c1b174");
    private static final TracesData TRACES = TracesData.newBuilder()
            .addResourceSpans(ResourceSpans.newBuilder()
                    .setResource(Resource.newBuilder().addAttributes(text("service.name", "parcels")))
                    .addScopeSpans(ScopeSpans.newBuilder()
                            .addSpans(Span.newBuilder()
                                    .setTraceId(TRACE)
                                    .setSpanId(SPAN)
                                    .setParentSpanId(bytes("00000000000000aa"))
                                    .setName("chat m")
                                    .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
                                    .setStartTimeUnixNano(1795309923120000000L)
                                    .setEndTimeUnixNano(1795309924905000000L)
                                    .setStatus(Status.newBuilder()
                                            .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                                            .setMessage("late"))
                                    .setDroppedAttributesCount(1)
                                    .addAttributes(text("gen_ai.operation.name", "chat"))
                                    .addAttributes(
                                            text("gen_ai.input.messages", "[{\"role\":\"user\",\"content\":\"hi\"}]"))
                                    .addAttributes(
                                            value("big", AnyValue.newBuilder().setIntValue(9007199254740993L)))
                                    .addAttributes(
                                            value("share", AnyValue.newBuilder().setDoubleValue(0.25)))
                                    .addAttributes(
                                            value("raw", AnyValue.newBuilder().setBytesValue(bytes("000102"))))
                                    .addAttributes(value(
                                            "list",
                                            AnyValue.newBuilder()
                                                    .setArrayValue(ArrayValue.newBuilder()
                                                            .addValues(AnyValue.newBuilder()
                                                                    .setBoolValue(true)))))
                                    .addAttributes(value(
                                            "map",
                                            AnyValue.newBuilder()
                                                    .setKvlistValue(KeyValueList.newBuilder()
                                                            .addValues(text("a", "b")))))
                                    .addEvents(Span.Event.newBuilder()
                                            .setName("e")
                                            .setTimeUnixNano(1795309923500000000L)))))
            .build();

    /** The same as the specification of OTLP writes it in JSON. */
    private static final String JSON =
            "{'resourceSpans':[{'resource':{'attributes':[{'key':'service.name','value':{'stringValue':'parcels'}}]},"
                    + "'scopeSpans':[{'spans':[{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','parentSpanId':'00000000000000aa',"
                    + "'name':'chat m','kind':3,'startTimeUnixNano':'1795309923120000000','endTimeUnixNano':'1795309924905000000',"
                    + "'status':{'code':2,'message':'late'},'droppedAttributesCount':1,'attributes':["
                    + "{'key':'gen_ai.operation.name','value':{'stringValue':'chat'}},"
                    + "{'key':'gen_ai.input.messages','value':{'stringValue':'[{\\'role\\':\\'user\\',\\'content\\':\\'hi\\'}]'}},"
                    + "{'key':'big','value':{'intValue':'9007199254740993'}},{'key':'share','value':{'doubleValue':0.25}},"
                    + "{'key':'raw','value':{'bytesValue':'AAEC'}},{'key':'list','value':{'arrayValue':{'values':[{'boolValue':true}]}}},"
                    + "{'key':'map','value':{'kvlistValue':{'values':[{'key':'a','value':{'stringValue':'b'}}]}}}],"
                    + "'events':[{'name':'e','timeUnixNano':'1795309923500000000'}]}]}]}]}";

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static KeyValue text(String key, String value) {
        return value(key, AnyValue.newBuilder().setStringValue(value));
    }

    private static KeyValue value(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pb", "a.binpb", "a.bin", "a.PROTO", "a.otlp", "a.binpb.gz"})
    void tellsTheSameSpansAsJson(String name) throws IOException {
        byte[] bytes = TRACES.toByteArray();
        Told told = Otlp.read(name, name.endsWith(".gz") ? gzip(bytes) : bytes);
        Told json = Otlp.read(JSON);
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).isEqualTo(json.spans());
        assertThat(told.spans()).hasSize(1);
    }

    @Test
    void readsMessagesThatTheirLengthLeads() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (TracesData traces : List.of(TRACES, TRACES)) {
            out.writeInt(traces.getSerializedSize());
            traces.writeTo(out);
        }
        assertThat(Otlp.read("a.pb", bytes.toByteArray()).places())
                .containsExactly("1/resourceSpans/0/scopeSpans/0/spans/0", "2/resourceSpans/0/scopeSpans/0/spans/0");
    }

    @Test
    void readsLogRecordsWithoutBeingToldThatTheyAre() {
        LogsData logs = LogsData.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .addScopeLogs(ScopeLogs.newBuilder()
                                .addLogRecords(LogRecord.newBuilder()
                                        .setTimeUnixNano(1795309923120000000L)
                                        .setTraceId(TRACE)
                                        .setSpanId(SPAN)
                                        .setEventName("gen_ai.evaluation.result")
                                        .addAttributes(text("gen_ai.evaluation.name", "correctness"))
                                        .addAttributes(value(
                                                "gen_ai.evaluation.score.value",
                                                AnyValue.newBuilder().setDoubleValue(0.5))))))
                .build();
        Told told = Otlp.read("a.binpb", logs.toByteArray());
        assertThat(told.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.spanId()).contains("eee19b7ec3c1b174");
            assertThat(signal.value()).contains(0.5);
        });
    }

    @Test
    void saysWhereBytesAreNoMessage() {
        assertThat(Otlp.read("a.pb", new byte[] {9, 9, 9, 9, 9}).refusals())
                .singleElement()
                .asString()
                .startsWith("MALFORMED_PROTOBUF");
    }
}
