package dev.logmill.curation.pair.rule;

import static dev.logmill.curation.SampleSpans.LOOKUP;
import static dev.logmill.curation.SampleSpans.QUESTION;
import static dev.logmill.curation.SampleSpans.SYSTEM;
import static dev.logmill.curation.SampleSpans.agent;
import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.call;
import static dev.logmill.curation.SampleSpans.calling;
import static dev.logmill.curation.SampleSpans.llm;
import static dev.logmill.curation.SampleSpans.lookupTrace;
import static dev.logmill.curation.SampleSpans.model;
import static dev.logmill.curation.SampleSpans.result;
import static dev.logmill.curation.SampleSpans.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.pair.PairMaker;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.privacy.KeptWords;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.PrivacyMode;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
    private static final Sieve SIEVE = new Sieve(PairConfig.defaults());
    private static final String ASKS_JSON = "{\"response_format\":{\"type\":\"json_object\"}}";
    private static final String ASKS_SCHEMA =
            "{\"response_format\":{\"json_schema\":{\"schema\":{\"required\":[\"label\"],\"type\":\"object\"}},\"type\":\"json_schema\"}}";

    @Test
    void keepsWhatNoRuleIsAgainst() {
        assertThat(candidates(lookupTrace())).extracting(SIEVE::judge).containsOnly(Decision.KEEP);
    }

    @Test
    void writesARejectionWithRunStepReasonAndMeasuredValue() {
        Candidate lost = only(answered(assistant("")));
        Rejection rejection =
                SIEVE.rejection(lost, LocalDate.parse("2026-03-02"), 4).orElseThrow();

        assertThat(rejection.stage()).isEqualTo("curate");
        assertThat(rejection.subjectRow()).isEqualTo(lost.run().runId() + "/job");
        assertThat(rejection.reason()).isEqualTo("no_answer");
        assertThat(rejection.measured()).isEqualTo("0 characters, 0 tool calls");
    }

    @Test
    void dropsAFailedAttemptThatWasRepeated() {
        Span failed = llm("l0", 0, List.of(SYSTEM, QUESTION), assistant(""))
                .status(Status.ERROR)
                .build();
        List<Candidate> candidates =
                candidates(List.of(failed, answered(assistant("Shipped.")).build()));

        assertThat(reason(candidates.get(0))).contains(Reason.SUPERSEDED_RETRY);
        assertThat(reason(candidates.get(1))).isEmpty();
    }

    @Test
    void dropsACallThatFailed() {
        assertThat(reason(answered(assistant("half")).status(Status.ERROR))).contains(Reason.FAILED);
        assertThat(reason(answered(assistant("half")).failure(Optional.of(new Failure("x", Optional.empty())))))
                .contains(Reason.FAILED);
    }

    @Test
    void dropsAnAnswerThatRestsOnTheProvidersOwnTools() {
        assertThat(reason(answered(assistant("Team A.")).note(Fidelity.PROVIDER_TOOLS)))
                .contains(Reason.PROVIDER_TOOLS);
    }

    @Test
    void aRunInWhichTheProviderRanToolsIsNoJob() {
        List<Candidate> candidates = candidates(List.of(
                agent("a", 0)
                        .messagesIn(List.of(QUESTION))
                        .messagesOut(List.of(assistant("It was team A.")))
                        .build(),
                under("a", answered(assistant("Team A.")).note(Fidelity.PROVIDER_TOOLS))));

        assertThat(candidates).extracting(SieveTest::reason).containsOnly(Optional.of(Reason.PROVIDER_TOOLS));
    }

    @Test
    void dropsTheJobOfARunThatFailed() {
        List<Candidate> job = candidates(
                List.of(agent("a", 0).status(Status.ERROR).build(), under("a", answered(assistant("Shipped.")))));

        assertThat(reason(job.get(0))).contains(Reason.FAILED);
    }

    @Test
    void dropsARefusal() {
        Message refusal = new Message(
                Role.ASSISTANT,
                Optional.empty(),
                Optional.empty(),
                Optional.of("I can't."),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());

        assertThat(reason(answered(refusal))).contains(Reason.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "length,TRUNCATED",
        "max_tokens,TRUNCATED",
        "MAX_TOKENS,TRUNCATED",
        "pause_turn,TRUNCATED",
        "cancelled,TRUNCATED",
        "error,FAILED",
        "MALFORMED_FUNCTION_CALL,FAILED",
        "content_filter,CONTENT_FILTERED",
        "SAFETY,CONTENT_FILTERED"
    })
    void dropsAnswersThatDidNotEndByThemselves(String finish, Reason reason) {
        assertThat(reason(answered(assistant("half")).model(model("{}", finish))))
                .contains(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fidelity.class,
            names = {"TRUNCATED_INPUT", "TRUNCATED_OUTPUT", "PARTIAL_STREAM"})
    void dropsWhatWasCut(Fidelity flag) {
        assertThat(reason(answered(assistant("half")).note(flag))).contains(Reason.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fidelity.class,
            names = {"MULTIMODAL", "MISSING_TIME", "ROLLUP_USAGE", "TIME_INVERTED", "GUESSED_UNIT"})
    void keepsWhatIsWholeAllTheSame(Fidelity flag) {
        assertThat(reason(answered(assistant("whole")).note(flag))).isEmpty();
    }

    @Test
    void dropsACallWithMissingMessages() {
        assertThat(reason(answered(assistant("1")).note(Fidelity.MISSING_MESSAGES)))
                .contains(Reason.MISSING_MESSAGES);
    }

    @Test
    void dropsWhatIsKeptAsHashes() throws PrivacyFailure {
        Span logged = answered(assistant("1")).build();
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        Span kept = PrivacyMode.HASHED.redaction(pseudonyms, KeptWords.NONE).span(logged);
        assertThat(reason(kept.toBuilder())).contains(Reason.HASHED_TEXT);
        assertThat(reason(logged.toBuilder().messagesOut(kept.messagesOut()))).contains(Reason.HASHED_TEXT);
    }

    @Test
    void keepsWhatOnlySpeaksOfAHash() {
        assertThat(reason(answered(assistant("k_blit3tmino3oz3wfncdzmkdc5z is the key"))))
                .isEmpty();
    }

    @Test
    void dropsAnInputThatAsksNothing() {
        assertThat(reason(answered(assistant("1")).messagesIn(List.of(SYSTEM)))).contains(Reason.NO_QUESTION);
    }

    /** Mode metadata: a call of a tool alone would be the answer to everything. */
    @Test
    void dropsWhatIsKeptWithoutText() throws PrivacyFailure {
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        Span logged = answered(calling(call("1", "lookup", "{\"id\":1}"))).build();
        assertThat(reason(logged.toBuilder())).isEmpty();

        Span kept = PrivacyMode.METADATA.redaction(pseudonyms, KeptWords.NONE).span(logged);

        assertThat(reason(kept.toBuilder())).contains(Reason.NO_QUESTION);
    }

    @Test
    void keepsAnInputOfAnImageAlone() {
        Media image = new Media("image", Optional.of("image/png"), Optional.empty(), Optional.of("0".repeat(64)));
        Message shown = new Message(
                Role.USER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(image));
        assertThat(reason(answered(assistant("1")).messagesIn(List.of(SYSTEM, shown))))
                .isEmpty();
    }

    @Test
    void dropsABlankAnswer() {
        assertThat(reason(answered(assistant(" \n")))).contains(Reason.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "7", "{\"a\":1}{\"a\":2}", "{\"a\":1,\"a\":2}"})
    void dropsACallWhoseArgumentsAreNoJsonObject(String arguments) {
        assertThat(reason(answered(calling(call("1", "lookup", arguments))))).contains(Reason.UNPARSEABLE_ARGUMENTS);
    }

    @Test
    void dropsTextWhereJsonWasAskedFor() {
        assertThat(reason(answered(assistant("It is {shipped}")).model(model(ASKS_JSON, "stop"))))
                .contains(Reason.UNPARSEABLE_ANSWER);
        assertThat(reason(answered(assistant("{\"a\":1}")).model(model(ASKS_JSON, "stop"))))
                .isEmpty();
    }

    @Test
    void dropsAnAnswerThatBreaksTheSchemaAskedFor() {
        assertThat(reason(answered(assistant("{\"a\":1}")).model(model(ASKS_SCHEMA, "stop"))))
                .contains(Reason.ANSWER_BREAKS_SCHEMA);
        assertThat(reason(answered(assistant("{\"label\":1}")).model(model(ASKS_SCHEMA, "stop"))))
                .isEmpty();
    }

    @Test
    void readsTheFormOfAResponsesRequest() {
        String format = "{\"text\":{\"format\":{\"schema\":{\"required\":[\"label\"]},\"type\":\"json_schema\"}}}";

        assertThat(reason(answered(assistant("{\"a\":1}")).model(model(format, "stop"))))
                .contains(Reason.ANSWER_BREAKS_SCHEMA);
    }

    @Test
    void asksNoJsonOfAnAnswerThatCallsTools() {
        assertThat(reason(
                        answered(calling(call("1", "lookup", "{\"order\":7}"))).model(model(ASKS_JSON, "stop"))))
                .isEmpty();
    }

    @Test
    void dropsACallOfAToolThatNobodyOffered() {
        assertThat(reason(answered(calling(call("1", "refund", "{}"))).tools(List.of(LOOKUP))))
                .contains(Reason.UNKNOWN_TOOL);
    }

    @Test
    void trustsCallsWhereNoToolsAreLoggedUnlessTold() {
        Candidate call = only(answered(calling(call("1", "refund", "{}"))));
        Sieve strict = new Sieve(new PairConfig(List.of(Rules.values()), UndeclaredTools.REFUSE, 8));

        assertThat(reason(call)).isEmpty();
        assertThat(strict.judge(call).refusal().map(Decision.Drop::reason)).contains(Reason.UNKNOWN_TOOL);
    }

    @Test
    void dropsArgumentsThatBreakTheOfferedSchemaAndNamesTheWord() {
        Candidate wrong = only(
                answered(calling(call("1", "lookup", "{\"order\":\"seven\"}"))).tools(List.of(LOOKUP)));

        assertThat(SIEVE.judge(wrong))
                .isEqualTo(new Decision.Drop(Reason.ARGUMENTS_BREAK_SCHEMA, "call 1 of 1 breaks 'type'"));
    }

    @Test
    void blamesNoCallForAValueThatWasReplacedForPrivacy() {
        Candidate redacted = only(answered(calling(call("1", "lookup", "{\"order\":\"<CARD_k3f2q>\"}")))
                .tools(List.of(LOOKUP)));

        assertThat(SIEVE.judge(redacted))
                .isEqualTo(new Decision.Drop(
                        Reason.REDACTED_VALUE, "call 1 of 1 has a redacted value, which breaks 'type'"));
    }

    @Test
    void judgesEveryCallOfAnAnswer() {
        Message calls = calling(call("1", "lookup", "{\"order\":7}"), call("2", "lookup", "{}"));

        assertThat(reason(answered(calls).tools(List.of(LOOKUP)))).contains(Reason.ARGUMENTS_BREAK_SCHEMA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no schema",
                "[]",
                "{\"type\":\"whatever\"}",
                "{\"type\":5}",
                "{\"required\":true}",
                "{\"pattern\":7}",
                "{\"$ref\":\"#/$defs/missing\"}",
                "{\"$ref\":\"#\"}",
                "{\"$ref\":\"http://127.0.0.1:9/schema.json\"}",
                "{\"$ref\":\"classpath:draft/2020-12/schema\"}",
                "{\"$schema\":\"http://127.0.0.1:9/dialect\"}"
            })
    void saysThatASchemaIsBrokenInsteadOfBlamingTheCall(String schema) {
        assertThat(reason(calledWith(schema, "{}"))).contains(Reason.BROKEN_SCHEMA);
    }

    @Test
    void loadsNoFileThatASchemaRefersTo(@TempDir Path folder) throws Exception {
        Path schema = Files.writeString(folder.resolve("s.json"), "{}");

        assertThat(reason(calledWith("{\"$ref\":\"" + schema.toUri() + "\"}", "{}")))
                .contains(Reason.BROKEN_SCHEMA);
    }

    @Test
    void tellsTwoSchemasOfOneIdApart() {
        assertThat(reason(calledWith("{\"$id\":\"urn:a\",\"required\":[\"x\"]}", "{}")))
                .contains(Reason.ARGUMENTS_BREAK_SCHEMA);
        assertThat(reason(calledWith("{\"$id\":\"urn:a\"}", "{}"))).isEmpty();
    }

    @Test
    void followsReferencesInsideOfASchema() {
        String schema = "{\"$defs\":{\"n\":{\"type\":\"integer\"}},\"properties\":{\"x\":{\"$ref\":\"#/$defs/n\"}}}";

        assertThat(reason(calledWith(schema, "{\"x\":1}"))).isEmpty();
        assertThat(reason(calledWith(schema, "{\"x\":\"1\"}"))).contains(Reason.ARGUMENTS_BREAK_SCHEMA);
    }

    @Test
    void matchesAPatternThatWouldBlowUpAnother() {
        String arguments = "{\"x\":\"" + "a".repeat(5000) + "!\"}";

        assertThat(reason(calledWith("{\"properties\":{\"x\":{\"pattern\":\"^(a+)+$\"}}}", arguments)))
                .contains(Reason.ARGUMENTS_BREAK_SCHEMA);
    }

    @Test
    void doesNotCheckAPatternThatIsNotLinear() {
        assertThat(reason(calledWith("{\"properties\":{\"x\":{\"pattern\":\"(?=a)b\"}}}", "{\"x\":\"c\"}")))
                .isEmpty();
    }

    @Test
    void dropsAnInputWhoseCallHasNoResult() {
        Message calls = calling(call("1", "lookup", "{}"), call("2", "lookup", "{}"));

        assertThat(reason(answered(assistant("1")).messagesIn(List.of(QUESTION, calls, result("1", "ok")))))
                .contains(Reason.UNANSWERED_CALL);
        assertThat(reason(answered(assistant("1")).messagesIn(List.of(QUESTION, calls, assistant("hm"), QUESTION))))
                .contains(Reason.UNANSWERED_CALL);
    }

    @Test
    void dropsAnInputWhoseResultAnswersNoCall() {
        assertThat(reason(answered(assistant("1")).messagesIn(List.of(QUESTION, result("1", "ok")))))
                .contains(Reason.RESULT_WITHOUT_CALL);
    }

    @Test
    void dropsASecondResultOfOneCall() {
        Message call = calling(call("1", "lookup", "{}"));

        assertThat(reason(answered(assistant("1"))
                        .messagesIn(List.of(QUESTION, call, result("1", "ok"), result("1", "again")))))
                .contains(Reason.RESULT_WITHOUT_CALL);
    }

    @Test
    void givesTheReasonOfTheFirstRuleInTheRegistry() {
        SpanBuilder bad = answered(assistant("")).status(Status.ERROR).note(Fidelity.MISSING_MESSAGES);

        assertThat(reason(bad)).contains(Reason.FAILED);
    }

    @Test
    void judgesOnlyByTheConfiguredRules() {
        Sieve lenient = new Sieve(new PairConfig(List.of(Rules.COMPLETE), UndeclaredTools.TRUST, 8));

        assertThat(lenient.judge(only(answered(assistant("half")).status(Status.ERROR))))
                .isEqualTo(Decision.KEEP);
    }

    @Test
    void judgesTheSameAfterATripToAnotherMachine() throws Exception {
        Candidate wrong = only(answered(calling(call("1", "lookup", "{}"))).tools(List.of(LOOKUP)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(SIEVE);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((Sieve) in.readObject()).judge(wrong)).isEqualTo(SIEVE.judge(wrong));
        }
    }

    private static SpanBuilder answered(Message answer) {
        return llm("l1", 1, List.of(SYSTEM, QUESTION), answer);
    }

    private static SpanBuilder calledWith(String schema, String arguments) {
        Tool tool = new Tool("lookup", Optional.empty(), Optional.of(schema));
        return answered(calling(call("1", "lookup", arguments))).tools(List.of(tool));
    }

    private static Optional<Reason> reason(SpanBuilder span) {
        return reason(only(span));
    }

    private static Optional<Reason> reason(Candidate candidate) {
        return SIEVE.judge(candidate).refusal().map(Decision.Drop::reason);
    }

    private static Candidate only(SpanBuilder span) {
        List<Candidate> candidates = candidates(List.of(span.build()));
        assertThat(candidates).hasSize(1);
        return candidates.get(0);
    }

    private static List<Candidate> candidates(List<Span> spans) {
        return RunAssembler.assemble(spans, 1).stream()
                .flatMap(run -> PairMaker.pairs(run).stream())
                .toList();
    }
}
