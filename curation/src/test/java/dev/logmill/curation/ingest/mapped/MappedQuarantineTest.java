package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.StoredBytes;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.privacy.Unchanged;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that is not of the type that the mapping declares makes a row of the quarantine, and harms no other record. */
class MappedQuarantineTest {
    private static final String MAPPING =
            "'trace':'/t','session':'/s','user':'/u','agent':'/a','model':'/m','name':'/n',"
                    + "'input':'/in','output':'/out','tools':'/tools','usage':{'input':'/usage/in','cache-read':'/usage/read'},"
                    + "'cost':'/usd','outcome':'/r','error-type':'/e','kind':'/k'";

    /** What becomes of each piece: a count of rows, or position, reason and detail. */
    private static List<String> endStates(Mapped mapped, String name, String content) {
        RecordReader reader = new RecordReader(mapped.log(), "demo", new Unchanged(), LocalDate.EPOCH, 1);
        RawObject object = new RawObject("app", name, name, "", 0, Optional.empty());
        byte[] bytes = content.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Iterator<RawPiece> pieces = reader.pieces(object, new StoredBytes(bytes), 1 << 20);
        List<String> states = new ArrayList<>();
        while (pieces.hasNext()) {
            for (RawPiece record : reader.records(pieces.next())) {
                states.add(reader.read(record).fold(read -> read.spans().size() + " spans", unread -> "%d%s %s %s"
                        .formatted(record.position(), record.place(), unread.reason(), unread.detail())));
            }
        }
        return states;
    }

    @Test
    void tellsTheLineOfEachUnreadableRecord() {
        assertThat(endStates(
                        Mapped.by(MAPPING),
                        "a.jsonl",
                        "{'t':'1','in':'hi','out':'yo'}\n\n{'t':['x']}\n{oops\n{'t':'2','r':'good'}\n{'t':'3'}\n"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("1 spans"),
                        list -> assertThat(list).isEqualTo("3 INVALID_FIELD /t: must be a text, was of type ARRAY"),
                        broken -> assertThat(broken).startsWith("4 MALFORMED_JSON no JSON at byte "),
                        word -> assertThat(word).isEqualTo("5 INVALID_FIELD /r: must be a number, was of type STRING"),
                        last -> assertThat(last).isEqualTo("1 spans"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'t':'1','k':'llm','in':[{'content':'hi'}],'out':'yo'}  | 1 MISSING_FIELD /in/0.role: none of ai, ",
                "{'t':'1','k':'llm','in':'hi','out':[{'content':'yo'}]}  | 1 spans",
                "{'t':'1','k':'retriever','in':'hi','out':[{'content':'a document'}]} | 1 spans",
                "{'t':'1','k':'llm','in':['hi','there'],'out':'yo'}      | 1 spans"
            })
    void tellsThatMessagesOfACallDoNotSayWhoSpeaks(String record, String state) {
        assertThat(endStates(Mapped.by(MAPPING), "a.jsonl", record))
                .singleElement()
                .asString()
                .startsWith(state);
    }

    @Test
    void anAnswerInAListNeedsNoRole() throws Exception {
        assertThat(Mapped.by(MAPPING)
                        .read("{'t':'1','k':'llm','in':'hi','out':[{'content':'yo'}]}")
                        .spans()
                        .get(0)
                        .messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, "yo"));
    }

    @Test
    void tellsTheIndexOfAnUnreadableElement() {
        assertThat(endStates(Mapped.by(MAPPING), "a.json", "[{'t':'1'},{},{'t':'3'}]"))
                .containsExactly("1 spans", "2 MISSING_FIELD /t", "1 spans");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'s':{'id':1}        | /s: must be a text, was of type OBJECT",
                "'u':['ann']         | /u: must be a text, was of type ARRAY",
                "'a':{}              | /a: must be a text, was of type OBJECT",
                "'m':['gpt']         | /m: must be a text, was of type ARRAY",
                "'n':[]              | /n: must be a text, was of type ARRAY",
                "'e':{'a':1}         | /e: must be a text, was of type OBJECT",
                "'k':['llm']         | /k: must be a text, was of type ARRAY",
                "'in':[{'role':'user','content':[7]}] | /in[0].content[0]: neither text nor object but NUMBER",
                "'tools':'find'      | /tools: must be a list of tools, was of type STRING",
                "'usage':{'in':'a'}  | /usage/in: must be a number, was of type STRING",
                "'usage':{'in':-1}   | /usage/in: outside 0 to 2^53",
                "'usage':{'in':1e99} | /usage/in: outside 0 to 2^53",
                "'usage':{'read':[]} | /usage/read: must be a number, was of type ARRAY",
                "'usd':'dear'        | /usd: must be a number, was of type STRING",
                "'usd':{'eur':1}     | /usd: must be a number, was of type OBJECT",
                "'r':17              | /r: outside 0 to 1",
                "'r':-0.5            | /r: outside 0 to 1",
                "'r':'won'           | /r: must be a number, was of type STRING"
            })
    void namesTheFieldAndTypeButNotTheValue(String field, String detail) {
        assertThat(endStates(Mapped.by(MAPPING), "a.jsonl", "{'t':'1'," + field + "}"))
                .containsExactly("1 INVALID_FIELD " + detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'s':null", "'s':''", "'usage':null", "'usage':{'in':''}", "'usd':' '", "'r':null", "'tools':null"
            })
    void takesNothingForNothing(String field) {
        assertThat(endStates(Mapped.by(MAPPING), "a.jsonl", "{'t':'1'," + field + "}"))
                .containsExactly("1 spans");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'runs':{}}   | 1 INVALID_FIELD /runs is no list but OBJECT",
                "{'run':[]}    | 1 MISSING_FIELD /runs",
                "[[1]]         | 1 MISSING_FIELD /runs"
            })
    void refusesADocumentWithoutItsRecords(String document, String state) {
        assertThat(endStates(Mapped.by("'records':'/runs'"), "a.json", document))
                .containsExactly(state);
    }

    @Test
    void readsTheOtherRecordsOfADocumentThatHoldsABadOne() {
        Mapped dialogs = Mapped.by("'unit':'conversation','records':'/dialogs','trace':'/id','messages':'/turns'");
        String good = "{'id':'a','turns':[{'role':'user','content':'hi'},{'role':'assistant','content':'yo'}]}";
        String bad = "{'id':'b','turns':[{'role':'user','content':'hi'},{'role':'elf','content':'yo'}]}";
        List<String> states = endStates(dialogs, "a.json", "{'dialogs':[" + good + "," + bad + ",7," + good + "]}");
        assertThat(states).hasSize(4);
        assertThat(states.get(0)).isEqualTo("2 spans");
        assertThat(states.get(1)).startsWith("1/dialogs/1 INVALID_FIELD /turns/1.role: none of ");
        assertThat(states.get(2)).isEqualTo("1/dialogs/2 MISSING_FIELD /turns");
        assertThat(states.get(3)).isEqualTo("2 spans");
    }
}
