package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that hold records of several kinds: {@code when} and {@code cases}, and what is kept of nested fields. */
class MappedCasesTest {
    private static final Mapped KINDS =
            Mapped.by("'when':{'/type':['call','ask']},'name':'/n','input':'/in','usage':{'input':'/t'},"
                    + "'cases':[{'when':{'/type':'tool'},'kind':'=tool','input':null,'usage':null},"
                    + "{'when':{'/type':false,'/vote':true},'unit':'feedback','input':null,'usage':null,"
                    + "'signals':[{'channel':'thumb','value':'/vote','trace':'/of'}]}]");

    @Test
    void aCaseSaysOnlyWhatDiffers() throws Exception {
        assertThat(KINDS.span("{'type':'ask','n':'a','in':'hi','t':3}").usage()).isPresent();
        var tool = KINDS.span("{'type':'tool','n':'b','in':'hi','t':3}");
        assertThat(tool.kind()).isEqualTo(SpanKind.TOOL);
        assertThat(tool.name()).isEqualTo("b");
        assertThat(tool.messagesIn()).isEmpty();
        assertThat(tool.usage()).isEmpty();
        assertThat(KINDS.read("{'vote':1,'of':'t'}").spans()).isEmpty();
        assertThat(KINDS.signal("{'vote':1,'of':'t'}").traceId()).contains("t");
    }

    @ParameterizedTest
    @CsvSource({"{'type':'other'}", "{'n':'a'}", "'{''type'':''tools'',''vote'':1}'"})
    void whatNoCaseTakesIsRefused(String record) {
        assertThat(KINDS.refusal(record))
                .isEqualTo("UNKNOWN_SHAPE not what when asks for: /type call or ask; nor one of its 2 cases");
    }

    @Test
    void aNameInWhenIsTheAddressOfThatKey() throws Exception {
        Mapped named = Mapped.by("'trace':['/t','/trace'],'when':{'trace':true}");
        assertThat(named.span("{'trace':'x'}").traceId()).isEqualTo("x");
        assertThat(named.refusal("{'id':'x'}")).isEqualTo("UNKNOWN_SHAPE not what when asks for: [/t, /trace] there");
        assertThat(Mapped.by("'when':{'/a':['1','2','3','4','5','6']}").refusal("{}"))
                .endsWith("/a 1 or 2 or 3 or 4 or 2 others");
    }

    @Test
    void smallFieldsOfObjectsInsideAreKeptWhereTheMappingSaysSo() throws Exception {
        Mapped nested = Mapped.by(
                "'name':'/span/name','user':'/meta/owner/id','tool':{'name':'/meta/fn'},'attributes':['/span','/meta','/meta/more','/port']");
        assertThat(nested.span(
                                "{'span':{'name':'n','zone':7},'meta':'{\\'fn\\':\\'f\\',\\'owner\\':{\\'id\\':\\'ann\\'},\\'zone\\':8,"
                                        + "\\'more\\':{\\'a/b\\':true,\\'deep\\':{\\'c\\':1}}}','port':null,'rest':1}")
                        .attributes())
                .isEqualTo("{\"a/b\":true,\"rest\":1,\"zone\":7}");
        assertThat(Mapped.by("'input':'/io','attributes':'/io/x'")
                        .span("{'io':{'x':{'y':1}}}")
                        .attributes())
                .isEqualTo("{}");
        assertThat(Mapped.by("'records':['/all',''],'name':'/n'")
                        .span("{'n':'a','zone':7}")
                        .attributes())
                .isEqualTo("{\"zone\":7}");
    }

    @Test
    void recordsMayLieInOneOfSeveralPlacesOrAlone() throws Exception {
        Mapped records = Mapped.by("'records':['/data','/all',''],'name':'/n'");
        assertThat(records.spans("{'all':[{'n':'a'},{'n':'b'}]}"))
                .extracting(span -> span.name())
                .containsExactly("a", "b");
        assertThat(records.span("{'data':{'n':'one'}}").name()).isEqualTo("one");
        assertThat(records.span("{'n':'alone'}").name()).isEqualTo("alone");
    }
}
