package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.StandingSignals;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedFeedbackTest {
    private static final String EVENTS =
            "'unit':'feedback','signals':[{'channel-at':'/kind','channels':{'like':'thumb','edit':'correction'},"
                    + "'feedback-id':'/fid','trace':'/t','span':'/s','session':'/c','user':'/u','value':'/v','text':'/x',"
                    + "'withdrawn':'/gone','time':{'at':'/ms','unit':'ms'}}]";

    private static Mapped rating(String scale) {
        return Mapped.by("'trace':'/t','signals':[{'channel':'rating','value':'/v'" + scale + "}]");
    }

    @Test
    void readsAnEventOnItsOwn() throws Exception {
        Signal signal = Mapped.by(EVENTS)
                .signal("{'kind':'like','fid':'f1','t':'t1','s':'s1','c':'c1','u':'ann','v':1,'ms':1769246446000}");
        assertThat(signal.channel()).isEqualTo(SignalChannel.THUMB);
        assertThat(signal.feedbackId()).isEqualTo("f1");
        assertThat(signal.traceId()).contains("t1");
        assertThat(signal.spanId()).contains("s1");
        assertThat(signal.sessionId()).contains("c1");
        assertThat(signal.subject()).contains("ann");
        assertThat(signal.value()).contains(1.0);
        assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769246446));
        assertThat(signal.withdrawn()).isFalse();
    }

    @Test
    void readsACorrectionWithItsText() throws Exception {
        Signal signal = Mapped.by(EVENTS).signal("{'kind':'edit','t':'t1','x':'It is 42'}");
        assertThat(signal.channel()).isEqualTo(SignalChannel.CORRECTION);
        assertThat(signal.text()).contains("It is 42");
        assertThat(signal.value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "'''deleted''', true", "false, false", "'''no''', false", "null, false"})
    void readsAWithdrawal(String written, boolean withdrawn) throws Exception {
        Signal signal = Mapped.by(EVENTS).signal("{'kind':'like','t':'t1','v':1,'gone':" + written + "}");
        assertThat(signal.withdrawn()).isEqualTo(withdrawn);
        assertThat(signal.value().isPresent()).isEqualTo(!withdrawn);
    }

    private static final String VERSIONED =
            "'trace':'/t','updated':{'at':'/upd','unit':'s'},'ended':{'at':'/end','unit':'s'},'user':'/u','signals':"
                    + "[{'channel':'thumb','value':'/v','user':'/by'},{'channel':'correction','text':'/x'}]";

    /** What stands of the versions of a record, in every order that they may come in. */
    private static void assertStands(List<String> versions, String... standing) throws Exception {
        List<Signal> rows = new ArrayList<>();
        for (String version : versions) {
            rows.addAll(Mapped.by(VERSIONED).read(version).signals());
        }
        Collections.reverse(rows);
        for (int turn = 0; turn < rows.size(); turn++) {
            Collections.rotate(rows, 1);
            List<Signal> arrived = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                Instant night = Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofDays(i));
                arrived.add(rows.get(i).recorded("r", night, LocalDate.EPOCH, i).identified("s" + i, "r" + i));
            }
            assertThat(StandingSignals.of(arrived))
                    .extracting(signal -> signal.channel() + " "
                            + signal.value()
                                    .map(String::valueOf)
                                    .or(signal::text)
                                    .orElse(""))
                    .containsExactlyInAnyOrder(standing);
        }
    }

    @Test
    void takesBackWhatTheNextVersionOfARecordDoesNotSayAnyMore() throws Exception {
        String first = "{'t':'t1','end':1769246440,'upd':1769246451,'u':'ann','v':0,'by':'bob','x':'It is 42'}";
        String emptied = "{'t':'t1','end':1769246440,'upd':1769246452,'u':'ann','v':null,'by':null,'x':'It is 42'}";
        String again = "{'t':'t1','end':1769246440,'upd':1769246453,'u':'ann','v':0,'by':'cat'}";
        assertStands(List.of(first), "THUMB 0.0", "CORRECTION It is 42");
        assertStands(List.of(first, emptied), "CORRECTION It is 42");
        assertStands(List.of(first, emptied, again), "THUMB 0.0");
    }

    @Test
    void saysNothingOfAFieldThatIsEmptyWhereARecordTellsNoVersion() throws Exception {
        assertThat(Mapped.by(VERSIONED).read("{'t':'t1','end':1769246440}").signals())
                .isEmpty();
    }

    @Test
    void takesBackEveryChannelThatAnEmptyFieldMayName() throws Exception {
        Mapped mapped =
                Mapped.by("'trace':'/t','updated':'/upd','signals':[{'channel-at':'/kind','channels':{'like':'thumb',"
                        + "'star':'rating'},'value':'/v'}]");
        assertThat(mapped.read("{'t':'t1','upd':'2026-03-01T00:00:00Z','kind':null}")
                        .signals())
                .allMatch(Signal::withdrawn)
                .extracting(Signal::channel)
                .containsExactly(SignalChannel.THUMB, SignalChannel.RATING);
    }

    @Test
    void givesAnEditOfFeedbackWithoutAnIdTheSameId() throws Exception {
        Mapped mapped = Mapped.by(EVENTS);
        Signal first = mapped.signal("{'kind':'like','t':'t1','v':1}");
        assertThat(mapped.signal("{'kind':'like','t':'t1','v':0}").feedbackId()).isEqualTo(first.feedbackId());
        assertThat(mapped.signal("{'kind':'like','t':'t2','v':1}").feedbackId()).isNotEqualTo(first.feedbackId());
        assertThat(mapped.signal("{'kind':'edit','t':'t1','x':'y'}").feedbackId())
                .isNotEqualTo(first.feedbackId());
    }

    @Test
    void readsFeedbackBesideItsSpan() throws Exception {
        Mapped mapped = Mapped.by("'trace':'/t','span':'/s','user':'/u','ended':{'at':'/e','unit':'s'},'signals':["
                + "{'channel':'thumb','value':'/thumb'},{'channel':'outcome','value':'/solved'}]");
        List<Signal> signals = mapped.read("{'t':'t1','s':'s1','u':'ann','e':1769246446,'thumb':'down','solved':true}")
                .signals();
        assertThat(signals).extracting(Signal::channel).containsExactly(SignalChannel.THUMB, SignalChannel.OUTCOME);
        assertThat(signals).extracting(signal -> signal.value().orElseThrow()).containsExactly(0.0, 1.0);
        assertThat(signals).allSatisfy(signal -> {
            assertThat(signal.traceId()).contains("t1");
            assertThat(signal.subject()).contains("ann");
            assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769246446));
        });
        assertThat(mapped.read("{'t':'t1','s':'s2'}").signals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                    | 0.75       | 0.75",
                "                    | true       | 1",
                "                    | 'up'       | 1",
                "                    | 'Negative' | 0",
                ",'min':1,'max':5    | 1          | 0",
                ",'min':1,'max':5    | 4          | 0.75",
                ",'min':1,'max':5    | '1'        | 0",
                ",'min':-1,'max':1   | -1         | 0",
                ",'values':{'meh':0.4,'up':0.9},'max':10 | 'meh' | 0.4",
                ",'values':{'meh':0.4,'up':0.9},'max':10 | 'up'  | 0.9",
                ",'values':{'meh':0.4,'up':0.9},'max':10 | 'down' | 0",
                ",'values':{'meh':0.4,'up':0.9},'max':10 | 5     | 0.5",
                ",'values':{'true':0.2}                  | true  | 0.2"
            })
    void readsAMarkAsAShareOfItsScale(String scale, String written, double value) throws Exception {
        assertThat(rating(scale == null ? "" : scale)
                        .signal("{'t':'t1','v':" + written + "}")
                        .value())
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'v':5           | INVALID_FIELD /v: outside the scale, min 0.0 and max 1.0; the signal's min and max tell another",
                "'v':[1]         | INVALID_FIELD /v: must be a number, was of type ARRAY",
                "'v':1e999       | INVALID_FIELD /v: outside what 64 bits hold"
            })
    void refusesAMarkThatIsNotOnItsScale(String mark, String refusal) {
        assertThat(rating("").refusal("{'t':'t1'," + mark + "}")).isEqualTo(refusal);
    }

    @Test
    void refusesAWordThatIsNotAmongThoseDeclared() {
        assertThat(rating(",'values':{'meh':0.4,'so':0.9}").refusal("{'t':'t1','v':'secret'}"))
                .startsWith(
                        "INVALID_FIELD /v: neither a number nor one of meh, so, nor a word that is known for good or bad, such as good, ")
                .endsWith("; the signal's values tell what other words mean, as in values: {superb: 1, so-so: 0.5}")
                .doesNotContain("secret");
        assertThat(rating("").refusal("{'t':'t1','v':'secret'}"))
                .startsWith(
                        "INVALID_FIELD /v: neither a number nor a word that is known for good or bad, such as good, bad, ")
                .contains(", thumbs_up, ")
                .endsWith(", so-so: 0.5}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'wave','t':'t1'}              | INVALID_FIELD /kind: none of edit, like, thumb, rating, correction, regeneration, rephrase, abandonment, copy, tool-error, outcome, reviewer, judge; the signal's channels tell what other words mean, as in channels: {like: thumb}",
                "{'t':'t1','v':1}                      | MISSING_FIELD none of its signals is there",
                "{'kind':'like','v':1}                 | MISSING_FIELD neither a trace, a span nor a session that it is about",
                "{'kind':'like','t':'t1','gone':'?'}   | INVALID_FIELD /gone: neither true nor false"
            })
    void refusesAnEventThatSaysNothingOfAnything(String record, String refusal) {
        assertThat(Mapped.by(EVENTS).refusal(record)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"copy,COPY", "Tool-Error,TOOL_ERROR", "like,THUMB"})
    void channelsGoByTheirOwnNamesTooBesideTheLogsWords(String kind, SignalChannel channel) throws Exception {
        assertThat(Mapped.by(EVENTS)
                        .signal("{'kind':'" + kind + "','fid':'f','t':'t1','v':1}")
                        .channel())
                .isEqualTo(channel);
    }

    @Test
    void whatAnotherPersonSaysIsNoEdit() throws Exception {
        Mapped votes =
                Mapped.by("'unit':'feedback','signals':[{'channel':'thumb','trace':'/t','user':'/u','value':'/v'}]");
        String ann = votes.signal("{'t':'t1','u':'ann','v':1}").feedbackId();
        assertThat(votes.signal("{'t':'t1','u':'ann','v':0}").feedbackId()).isEqualTo(ann);
        assertThat(votes.signal("{'t':'t1','u':'bob','v':0}").feedbackId()).isNotEqualTo(ann);
    }

    @Test
    void readsWhichFeedbackItReplaces() throws Exception {
        Mapped votes = Mapped.by("'unit':'feedback','signals':[{'channel':'thumb','trace':'/t','id':'/id',"
                + "'supersedes':'/old','value':'/v'}]");
        assertThat(votes.signal("{'t':'t1','id':'g','old':'f','v':1}").supersedes())
                .contains("f");
        assertThat(votes.signal("{'t':'t1','id':'g','v':1}").supersedes()).isEmpty();
    }

    @Test
    void takesBackByItsIdAlone() throws Exception {
        Signal signal = Mapped.by(EVENTS).signal("{'kind':'like','fid':'f','gone':true}");
        assertThat(signal.feedbackId()).isEqualTo("f");
        assertThat(signal.traceId()).isEmpty();
    }

    @Test
    void readsFeedbackThatKnowsItsSpanAlone() throws Exception {
        Signal signal = Mapped.by(EVENTS).signal("{'kind':'like','s':'s1','v':1}");
        assertThat(signal.spanId()).contains("s1");
        assertThat(signal.traceId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/at, /at", "/at, /later", "/at, "})
    void aThumbAndARatingOfOnePersonInOneRowAreTwoThatStand(String first, String second) throws Exception {
        String time = second == null ? "" : ",'time':'" + second + "'";
        Mapped mapped = Mapped.by("'trace':'/t','user':'/u','signals':["
                + "{'channel':'thumb','value':'/liked','id':'/id','time':'" + first + "'},"
                + "{'channel':'rating','value':'/stars','max':5,'id':'/id'" + time + "}]");
        String row = "{'t':'t1','u':'ann','id':'f1','liked':true,'stars':4,'at':'2026-03-01T09:00:00Z',"
                + "'later':'2026-03-01T10:00:00Z'}";

        List<Signal> said = Told.by(
                        mapped.log(), "a.jsonl", row.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .signals();

        assertThat(StandingSignals.of(said))
                .extracting(Signal::channel)
                .containsExactlyInAnyOrder(SignalChannel.THUMB, SignalChannel.RATING);
    }

    @Test
    void tellsMarksInTwoFieldsApart() throws Exception {
        List<Signal> marks = Mapped.by("'trace':'/t','signals':[{'channel':'rating','value':'/help'},"
                        + "{'channel':'rating','value':'/tone'}]")
                .read("{'t':'t1','help':0.2,'tone':0.9}")
                .signals();
        assertThat(marks).hasSize(2);
        assertThat(marks).extracting(Signal::feedbackId).doesNotHaveDuplicates();
    }
}
