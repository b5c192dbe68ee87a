package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in a mapping names its key, what stands there and what would be right. */
class MappingProblemsTest {
    private static final String ADDRESSES =
            "accepted: /pointer, ^/pointer, {path name}, =text, a list of these or {join: [...]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'trace':'id'                | mapping.trace must be an address, was \"id\"; ",
                "'trace':{'at':'/id'}        | mapping.trace must be an address, was {\"at\":\"/id\"}; ",
                "'trace':[]                  | mapping.trace must be an address, was []; ",
                "'trace':['/a',7]            | mapping.trace must be an address, was [\"/a\",7]; ",
                "'trace':'^id'               | mapping.trace must be an address, was \"^id\"; ",
                "'started':{'at':'t'}        | mapping.started.at must be an address, was \"t\"; ",
                "'usage':{'input':5}         | mapping.usage.input must be an address, was 5; "
            })
    void refusesWhatIsNoAddress(String mapping, String problem) {
        assertThat(Mapped.problems(mapping)).containsExactly(problem + " " + ADDRESSES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'unit':'rows'                      | mapping.unit must be one of span, conversation, feedback, was 'rows'",
                "'started':{'at':'/t','unit':'sec'} | mapping.started.unit must be one of iso, s, ms, us, ns, was 'sec'",
                "'took':'/ms'                       | mapping.took must be {at: address, unit: s, ms, us or ns}, was \"/ms\"",
                "'took':{'at':'/d','unit':'min'}    | mapping.took.unit must be one of s, ms, us, ns, was 'min'",
                "'query':'drop table x'             | mapping has a query that is no SELECT",
                "'query':['select 1','drop table x'] | mapping has a query that is no SELECT",
                "'query':[7]                        | mapping.query must be a text or a list of texts, was [7]",
                "'attributes':['meta']              | mapping has attributes that are no pointers into the record, such as /metadata",
                "'when':{'/type':5}                 | mapping.when./type must be a text or a list of texts, was 5",
                "'when':{'/type':[]}                | mapping.when asks for nothing at /type; accepted: words, true or false",
                "'when':{'type':'a'}                | mapping.when has type, which is neither an address nor a key of the mapping",
                "'cases':{'when':{}}                | mapping.cases must be a list of mappings, was {\"when\":{}}",
                "'cases':[{'kind':'=tool'}]         | mapping.cases[0] lacks when: which records are of this case",
                "'cases':[{'when':{'/t':'a'},'name':'n'}] | mapping.cases[0].name must be an address, was \"n\"; accepted: /pointer, ^/pointer, {path name}, =text, a list of these or {join: [...]}",
                "'finishes':{'cut':'length'}        | mapping has finishes, but no finish that tells the word",
                "'finish':'/f','finishes':{'x':'no'} | mapping.finishes.x must be one of stop, length, tool-calls, content-filter, was 'no'",
                "'tools':{'name':'/n'}              | mapping.tools needs at: where the tools lie",
                "'started':{'at':'/t','zone':'Z'}   | mapping.started.zone is unknown; accepted here: at, unit",
                "'kind':'/k','kinds':{'x':'robot'}  | mapping.kinds.x must be one of llm, agent, tool, retriever, embedding, guardrail, evaluator, chain, was 'robot'",
                "'kinds':'robot'                    | mapping.kinds must map the log's words, was \"robot\"",
                "'keep-unmapped':'yes'              | mapping.keep-unmapped must be true or false, was \"yes\"",
                "'usage':[1]                        | mapping.usage must be a mapping of keys, was [1]",
                "'usage':{'inputs':'/i'}            | mapping.usage.inputs is unknown; accepted here: cache-included, cache-read, cache-write, input, output, reasoning",
                "'model':'{model}'                  | mapping.model takes {model}, which object does not name; it names: nothing",
                "'object':'{a}/{b}','model':'{c}'   | mapping.model takes {c}, which object does not name; it names: a, b",
                "'model':{}                         | mapping.model needs requested or responded: where the name of the model lies that was asked for, or that answered",
                "'model':{'requested':'/m','served':'/s'} | mapping.model.served is unknown; accepted here: requested, responded",
                "'object':'{a}{b}/x'                | mapping.object must be a path with at most one {name} in each segment, was \"{a}{b}/x\"",
                "'object':'{a/x'                    | mapping.object must be a path with at most one {name} in each segment, was \"{a/x\"",
                "'unit':'conversation'              | mapping lacks messages: with unit conversation it must say where the messages lie",
                "'unit':'conversation','messages':'/m','input':'/i' | mapping has input, output, tool or finish, which only unit span takes; a conversation has messages",
                "'messages':'/m'                    | mapping has messages, which only unit conversation takes; a span has input and output",
                "'unit':'conversation','messages':'/m','message':{'roles':{'bot':'robot'}} | mapping.message.roles.bot must be one of system, developer, user, assistant, tool, was 'robot'",
                "'message':{'time':'/t'}            | mapping.message has time, error, usage or finish, which only unit conversation takes; a span has its own",
                "'message':{'tool-calls':{'at':'/c','fn':'/f'}} | mapping.message.tool-calls.fn is unknown; accepted here: arguments, at, error, id, name, result",
                "'message':{'tool-calls':{'name':'f'}} | mapping.message.tool-calls.name must be an address, was \"f\"; accepted: /pointer, ^/pointer, {path name}, =text, a list of these or {join: [...]}",
                "'message':{'tool-calls':5}         | mapping.message.tool-calls must be an address, was 5; accepted: /pointer, ^/pointer, {path name}, =text, a list of these or {join: [...]}",
                "'unit':'feedback','signals':[{'channel':'thumb','value':'/v','trace':'/t'}],'message':{'role':'/r'} | mapping has message, which unit feedback does not take: it has no messages",
                "'unit':'feedback'                  | mapping lacks signals: with unit feedback it must say what feedback a record holds",
                "'trace':'/u','user':'/u'           | mapping makes trace, span or parent of what is at user: these ids are kept as they are, a person's must not be",
                "'trace':{'join':['/day','/u']},'user':['/user','/u'] | mapping makes trace, span or parent of what is at user: these ids are kept as they are, a person's must not be",
                "'unit':'feedback','signals':[]     | mapping lacks signals: with unit feedback it must say what feedback a record holds",
                "'signals':{'channel':'thumb'}      | mapping.signals must be a list, was {\"channel\":\"thumb\"}",
                "'signals':[{'value':'/v'}]         | mapping.signals[0] needs one of channel and channel-at, and not both",
                "'signals':[{'channel':'thumb','value':'/v','channel-at':'/c'}] | mapping.signals[0] needs one of channel and channel-at, and not both",
                "'signals':[{'channel':'thumb'}]    | mapping.signals[0] needs value, text or withdrawn: else it says nothing",
                "'signals':[{'channel':'wink','value':'/v'}] | mapping.signals[0].channel must be one of thumb, rating, correction, regeneration, rephrase, abandonment, copy, tool-error, outcome, reviewer, judge, was 'wink'",
                "'signals':[{'channel':'rating','value':'/v','min':5,'max':1}] | mapping.signals[0] min must be less than max, was 5.0 and 1.0",
                "'signals':[{'channel':'rating','value':'/v','max':'5'}] | mapping.signals[0].max must be a number, was \"5\"",
                "'signals':[{'channel':'rating','value':'/v','values':{'up':2}}] | mapping.signals[0].values.up must be a number from 0 to 1, was 2",
                "'signals':[{'channel':'rating','value':'/v','values':'up'}] | mapping.signals[0].values must map the log's words to numbers from 0 to 1, was \"up\"",
                "'unit':'feedback','signals':[{'channel':'thumb','value':'/v'}] | mapping.signals[0] needs trace, span or session: what the feedback is about"
            })
    void namesTheKeyWhatIsThereAndWhatWouldBeRight(String mapping, String problem) {
        assertThat(Mapped.problems(mapping)).containsExactly(problem == null ? "" : problem);
    }

    @Test
    void listsTheAcceptedKeysBesideAnUnknownOne() {
        assertThat(Mapped.problems("'trase':'/id'"))
                .singleElement()
                .asString()
                .startsWith(
                        "mapping.trase is unknown; accepted here: agent, agent-version, attributes, cost, ended, error, error-type, finish, finishes,");
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        assertThat(Mapped.problems("'unit':'rows','trace':'id','x':1,'signals':[{'value':'v'}]"))
                .hasSize(5);
    }
}
