package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.Preference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The labels of three nights of logs, scored night by night and all at once: they are the same. A signal of weight w that
 * says bad leaves 1.4 / (2 + w) of the prior, one that says good (1.4 + w) / (2 + w).
 */
class ScoreJobTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);

    private static final double PRIOR = 0.7;
    private static final double THUMB_DOWN = 1.4 / 3;
    private static final double THUMB_UP = 2.4 / 3;
    private static final double FAILED = 1.4 / 5;
    private static final double CORRECTED = 1.4 / 5;

    @TempDir
    static Path folder;

    private static final Map<LocalDate, List<String>> SPANS = new TreeMap<>();
    private static final Map<LocalDate, List<String>> SAID = new TreeMap<>();
    private static final Map<LocalDate, List<String>> FORMS = new TreeMap<>();
    private static final Map<LocalDate, List<String>> ROWS = new TreeMap<>();
    private static final Map<Way, SpokenLake> LAKES = new TreeMap<>();

    /** How three nights of logs are worked off. */
    enum Way {
        NIGHT_BY_NIGHT,
        ALL_AT_ONCE
    }

    @BeforeAll
    static void score() throws IOException {
        aResultNamesASpanAndAnEarlierStepComesAgain();
        aThumbForASessionAndItsEarlierAnswerComesAgain();
        aSessionGoesOn();
        aTraceBecomesAnother();
        lateEditedAndWithdrawn();
        askedAgain();
        finalTextsAreLogged();
        aCorrectionNamesPeople();
        oneRecordSaysTwoThings();
        whatReplacesSpeaksOfAnotherPlace();
        aRefusedAnswerIsComplainedOf();
        aRowIsMergedByItsId();
        for (Way way : Way.values()) {
            SpokenLake lake = new SpokenLake(folder.resolve(way.name()));
            LAKES.put(way, lake);
            for (LocalDate night : List.of(FIRST, SECOND, THIRD)) {
                lake.object("spans", night, SPANS.getOrDefault(night, List.of()));
                lake.object("said", night, SAID.getOrDefault(night, List.of()));
                lake.object("forms", night, FORMS.getOrDefault(night, List.of()));
                lake.object("rows", night, ROWS.getOrDefault(night, List.of()));
                if (way == Way.NIGHT_BY_NIGHT || night.equals(THIRD)) {
                    lake.score(night);
                }
            }
        }
    }

    private static void aResultNamesASpanAndAnEarlierStepComesAgain() {
        run(FIRST, "flow", "T1", "s1", "open until five");
        said(FIRST, "f1", "outcome", "\"trace\":\"T1\",\"span\":\"T1b\",\"value\":0");
        run(SECOND, "flow", "T2", "s2", "open until six");
    }

    @ParameterizedTest
    @EnumSource
    void aResultStaysWithTheSpanThatItNames(Way way) {
        assertLabel(way, "T1b", FAILED, 1, 1);
        assertLabel(way, "T1a", PRIOR, 0, 2);
        assertLabel(way, "T2b", PRIOR, 0, 1);
    }

    private static void aThumbForASessionAndItsEarlierAnswerComesAgain() {
        call(FIRST, "trees", "D1", "sd", "12:00", "elms", "Elms are trees.");
        call(FIRST, "trees", "D2", "sd", "12:05", "yews", "Yews are fish.");
        said(FIRST, "f2", "thumb", "\"session\":\"sd\",\"value\":0,\"at\":\"2026-11-01T12:10:00Z\"");
        call(SECOND, "trees", "D3", "se", "12:00", "elms", "Elms are trees.");
    }

    @ParameterizedTest
    @EnumSource
    void aThumbForASessionIsAboutItsLastRunThoughAnotherAnswerOfItComesAgain(Way way) {
        assertLabel(way, "D1a", PRIOR, 0, 2);
        assertLabel(way, "D2a", THUMB_DOWN, 1, 1);
    }

    private static void aSessionGoesOn() {
        call(FIRST, "chat", "C1", "sc", "12:00", "larches", "Larches are trees.");
        said(FIRST, "f3", "thumb", "\"session\":\"sc\",\"value\":0");
        call(SECOND, "chat", "C2", "sc", "12:00", "oaks", "Oaks are trees too.");
        call(FIRST, "chat", "K1", "sk", "12:00", "birches", "Birches are birds.");
        said(FIRST, "f4", "thumb", "\"session\":\"sk\",\"value\":0,\"at\":\"2026-11-01T12:10:00Z\"");
        call(SECOND, "chat", "K2", "sk", "12:00", "pines", "Pines are trees.");
    }

    @ParameterizedTest
    @EnumSource
    void aThumbForASessionThatDoesNotSayWhenGoesOnWithTheSession(Way way) {
        assertLabel(way, "C1a", PRIOR, 0, 1);
        assertLabel(way, "C2a", THUMB_DOWN, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aThumbForASessionIsNotAboutWhatCameAfterIt(Way way) {
        assertLabel(way, "K1a", THUMB_DOWN, 1, 1);
        assertLabel(way, "K2a", PRIOR, 0, 1);
    }

    private static void aTraceBecomesAnother() {
        call(FIRST, "solo", "X1", "sx1", "09:00", "leaf", "I look it up.");
        call(FIRST, "solo", "X2", "sx2", "09:00", "leaf", "I look it up.");
        said(FIRST, "f5", "outcome", "\"trace\":\"X1\",\"span\":\"X1a\",\"value\":0");
        span(SECOND, "solo", "X1", "X1b", "sx1", "09:01", asked("leaf", "I look it up.", "oak"), "It is an oak.");
    }

    @ParameterizedTest
    @EnumSource
    void whatATraceNoLongerProducesIsNotLabelledByIt(Way way) {
        assertLabel(way, "X2a", PRIOR, 0, 1);
        assertLabel(way, "X1a", FAILED, 1, 1);
    }

    private static void lateEditedAndWithdrawn() {
        call(FIRST, "late", "L1", "sl", "09:00", "late", "Late.");
        said(SECOND, "f6", "thumb", "\"trace\":\"L1\",\"value\":0,\"at\":\"2026-11-01T10:00:00Z\"");
        call(FIRST, "late", "E1", "se1", "09:00", "edited", "Edited.");
        said(FIRST, "f7", "thumb", "\"trace\":\"E1\",\"value\":0,\"at\":\"2026-11-01T10:00:00Z\"");
        said(SECOND, "f7", "thumb", "\"trace\":\"E1\",\"value\":1,\"at\":\"2026-11-01T11:00:00Z\"");
        call(FIRST, "late", "W1", "sw", "09:00", "withdrawn", "Withdrawn.");
        said(FIRST, "f8", "thumb", "\"trace\":\"W1\",\"value\":0,\"at\":\"2026-11-01T10:00:00Z\"");
        said(SECOND, "f8", "thumb", "\"trace\":\"W1\",\"withdrawn\":true,\"at\":\"2026-11-01T11:00:00Z\"");
    }

    @ParameterizedTest
    @EnumSource
    void lateSignalsLabelOldPairsAnew(Way way) {
        assertLabel(way, "L1a", THUMB_DOWN, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEditedOrWithdrawnCountsAsItStands(Way way) {
        assertLabel(way, "E1a", THUMB_UP, 1, 1);
        assertLabel(way, "W1a", PRIOR, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"L1a, 0.7, true", "E1a, 0.4666666666666667, true", "C1a, 0.4666666666666667, true", "X2a, 0.28, true"})
    void aLabelTellsTheOneBeforeIt(String span, double before, boolean flipped) {
        Label label = lake(Way.NIGHT_BY_NIGHT).label(span);

        // The pair of X2 had a signal through X1, as long as both made it.
        assertThat(label.asOf()).isEqualTo(SECOND);
        assertThat(label.previous().orElseThrow()).isEqualTo(before, within(1e-9));
        assertThat(label.flipped()).isEqualTo(flipped);
    }

    private static void askedAgain() {
        call(FIRST, "poet", "R1", "sr", "23:58", "a slogan", "Tea is wet.");
        said(FIRST, "f9", "regeneration", "\"trace\":\"R1\",\"span\":\"R1a\",\"at\":\"2026-11-01T23:59:00Z\"");
        call(SECOND, "poet", "R2", "sr", "23:59", "a slogan", "Tea: a pause.");
        said(THIRD, "f10", "thumb", "\"trace\":\"R1\",\"user\":\"bob\",\"value\":0");
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerThatWasKeptIsPreferredWheneverItWasLogged(Way way) {
        assertThat(lake(way).lake().rows(CurationTables.PREFERENCES))
                .extracting(Preference::origin, one -> one.chosen().content(), one -> one.rejected()
                        .content())
                .contains(tuple("regeneration", Optional.of("Tea: a pause."), Optional.of("Tea is wet.")));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatSaysSomethingElseIsPreferred(Way way) {
        assertThat(lake(way).lake().rows(CurationTables.PREFERENCES))
                .filteredOn(
                        one -> one.origin().equals("correction") && !one.agent().equals("post"))
                .extracting(one -> one.chosen().content())
                .containsExactlyInAnyOrder(Optional.of("It is found."), Optional.of("It sinks."));
    }

    @Test
    void aPreferenceThatIsMadeAgainIsAsOldAsItWas() {
        assertThat(lake(Way.NIGHT_BY_NIGHT).lake().rows(CurationTables.PREFERENCES))
                .filteredOn(one -> one.origin().equals("regeneration"))
                .extracting(Preference::firstNight)
                .containsExactly(SECOND);
    }

    /** The correction came first, of whose trace nobody knew the session. */
    private static void aCorrectionNamesPeople() {
        said(
                FIRST,
                "f30",
                "correction",
                "\"trace\":\"N1\",\"text\":\"Dear Maria, ask bob@corp.example, not eve@corp.example.\"");
        call(SECOND, "post", "N1", "sn", "09:00", "I am Maria Lopez", "Maria Lopez, write to bob@corp.example.");
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionCallsPeopleAsTheAnswerDoes(Way way) {
        Preference made = lake(way).lake().rows(CurationTables.PREFERENCES).stream()
                .filter(one -> one.agent().equals("post"))
                .findFirst()
                .orElseThrow();
        String answer = made.rejected().content().orElseThrow();
        int name = answer.indexOf(", write to ");
        String mail = answer.substring(name + ", write to ".length(), answer.length() - 1);

        assertThat(made.chosen().content().orElseThrow())
                .startsWith("Dear %s, ask %s, not <EMAIL_".formatted(answer.substring(0, name), mail))
                .doesNotContain("eve");
    }

    /** An application that logs the text which was sent in the end, changed or not; the answer's session it does not know. */
    private static void finalTextsAreLogged() {
        call(FIRST, "desk", "M1", "sm1", "09:00", "parcels", "It is lost, write to help@parcels.example.");
        said(
                FIRST,
                "f11",
                "correction",
                "\"trace\":\"M1\",\"text\":\"It is lost,  write to help@parcels.example.\\n\"");
        call(FIRST, "desk", "M2", "sm2", "09:00", "letters", "It is lost, write to help@letters.example.");
        said(SECOND, "f12", "correction", "\"trace\":\"M2\",\"text\":\"It is found.\"");
        call(FIRST, "desk", "M3", "sm3", "09:00", "bills", "It is paid.");
        said(SECOND, "f13", "correction", "\"trace\":\"M3\",\"text\":\"It is open.\"");
        said(THIRD, "f13", "thumb", "\"trace\":\"M3\",\"value\":0");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatWasSentAsItWasIsAGoodOne(Way way) {
        assertLabel(way, "M1a", THUMB_UP, 1, 1);
        assertLabel(way, "M2a", CORRECTED, 1, 1);
    }

    private static void oneRecordSaysTwoThings() {
        call(FIRST, "form", "B1", "sb1", "09:00", "boats", "It floats.");
        form(SECOND, "f14", "\"trace\":\"B1\",\"vote\":0,\"text\":\"It sinks.\"");
        call(FIRST, "form", "B2", "sb2", "09:00", "ships", "It floats.");
        form(FIRST, "f15", "\"trace\":\"B2\",\"vote\":0,\"text\":\"It sails.\"");
        form(THIRD, "f15", "\"withdrawn\":true");
    }

    @ParameterizedTest
    @EnumSource
    void whatOneRecordSaysStandsAndFallsTogether(Way way) {
        assertLabel(way, "B1a", 1.4 / 6, 2, 1);
        assertLabel(way, "B2a", PRIOR, 0, 1);
    }

    private static void whatReplacesSpeaksOfAnotherPlace() {
        call(FIRST, "desk", "V1", "sv", "09:00", "rates", "They rise.");
        call(FIRST, "desk", "V2", "sv", "09:05", "rents", "They fall.");
        said(FIRST, "f16", "thumb", "\"trace\":\"V1\",\"value\":0");
        said(SECOND, "f17", "thumb", "\"trace\":\"V2\",\"value\":1,\"supersedes\":\"f16\"");
        call(FIRST, "desk", "V3", "sv3", "09:00", "taxes", "They stay.");
        said(FIRST, "f18", "thumb", "\"span\":\"V3a\",\"value\":0");
        call(FIRST, "desk", "V4", "sv4", "09:00", "tolls", "They go.");
        said(FIRST, "f19", "thumb", "\"span\":\"V4a\",\"value\":0");
        said(SECOND, "f19", "thumb", "\"trace\":\"V4\",\"value\":1");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReplacedFallsWhateverItsReplacementIsAbout(Way way) {
        assertLabel(way, "V1a", PRIOR, 0, 1);
        assertLabel(way, "V2a", THUMB_UP, 1, 1);
        assertLabel(way, "V4a", THUMB_UP, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aThumbThatKnowsItsSpanAloneIsAboutIt(Way way) {
        assertLabel(way, "V3a", THUMB_DOWN, 1, 1);
    }

    private static void aRefusedAnswerIsComplainedOf() {
        call(FIRST, "desk", "Z1", "sz", "09:00", "shoes", "");
        span(FIRST, "desk", "Z1", "Z1b", "sz", "09:01", asked("boots"), "They fit.");
        said(SECOND, "f20", "thumb", "\"trace\":\"Z1\",\"span\":\"Z1a\",\"value\":0");
        said(SECOND, "f21", "correction", "\"trace\":\"Z1\",\"span\":\"Z1a\",\"text\":\"They pinch.\"");
        call(FIRST, "desk", "Y1", "sy", "09:00", "hats", "They sit.");
        call(FIRST, "desk", "Y2", "sy", "09:05", "caps", "");
        said(SECOND, "f22", "thumb", "\"session\":\"sy\",\"value\":0");
    }

    @ParameterizedTest
    @EnumSource
    void aComplaintOfARefusedAnswerIsAboutNoOther(Way way) {
        assertLabel(way, "Z1b", PRIOR, 0, 1);
        assertLabel(way, "Y1a", PRIOR, 0, 1);
        assertThat(lake(way).lake().rows(CurationTables.PREFERENCES))
                .noneMatch(one -> one.chosen().content().equals(Optional.of("They pinch.")));
    }

    private static void aRowIsMergedByItsId() {
        row(FIRST, "Q1", true);
        row(SECOND, "Q1", false);
        row(FIRST, "Q2", false);
        row(THIRD, "Q2", true);
    }

    @ParameterizedTest
    @EnumSource
    void aThumbThatKnowsTheIdOfARowIsAboutItsSpan(Way way) {
        assertLabel(way, "Q1a", THUMB_DOWN, 1, 1);
        assertLabel(way, "Q2a", THUMB_DOWN, 1, 1);
        assertThat(lake(way).lake().rows(CurationTables.SPANS))
                .filteredOn(span -> span.source().equals("rows"))
                .as("feedback is no span")
                .hasSize(2);
    }

    /** A row of Braintrust, or the thumb down that is merged into it. */
    private static void row(LocalDate night, String name, boolean starts) {
        String told = starts
                ? ",\"root_span_id\":\"%1$s\",\"span_id\":\"%1$sa\",\"span_attributes\":{\"type\":\"llm\"},\"metadata\":{\"agent\":\"rows\"},"
                                .formatted(name)
                        + "\"input\":[{\"role\":\"user\",\"content\":\"Is %s a row?\"}],\"output\":{\"role\":\"assistant\",\"content\":\"%s is no row.\"},"
                                .formatted(name, name)
                        + "\"metrics\":{\"start\":1793520000,\"end\":1793520001}"
                : ",\"scores\":{\"thumb\":0}";
        ROWS.computeIfAbsent(night, none -> new ArrayList<>())
                .add("{\"id\":\"row-%s\",\"_is_merge\":%s%s}".formatted(name, !starts, told));
    }

    /** A form of two fields, one record each time that it is sent. */
    private static void form(LocalDate night, String feedback, String what) {
        FORMS.computeIfAbsent(night, none -> new ArrayList<>())
                .add("{\"feedback\":\"%s\",%s}".formatted(feedback, what));
    }

    private static void assertLabel(Way way, String span, double probability, int signals, int occurrences) {
        Label label = lake(way).label(span);

        assertThat(label.probability()).isEqualTo(probability, within(1e-9));
        assertThat(label.signals()).isEqualTo(signals);
        assertThat(label.occurrences()).isEqualTo(occurrences);
    }

    private static SpokenLake lake(Way way) {
        return Objects.requireNonNull(LAKES.get(way));
    }

    /** Two steps, of which the first is the same whatever comes of it. */
    private static void run(LocalDate night, String agent, String trace, String session, String found) {
        call(night, agent, trace, session, "09:00", "shop", "I look it up.");
        span(night, agent, trace, trace + "b", session, "09:01", asked("shop", "I look it up.", found), found + ".");
    }

    /** The first call of a trace. */
    private static void call(
            LocalDate night, String agent, String trace, String session, String at, String about, String answer) {
        span(night, agent, trace, trace + "a", session, at, asked(about), answer);
    }

    private static String asked(String about, String... then) {
        List<String> messages = new ArrayList<>(List.of(message("user", "Tell me about " + about)));
        for (int i = 0; i < then.length; i++) {
            messages.add(message(i % 2 == 0 ? "assistant" : "user", then[i]));
        }
        return "[" + String.join(",", messages) + "]";
    }

    private static String message(String role, String text) {
        return "{\"role\":\"%s\",\"content\":\"%s\"}".formatted(role, text);
    }

    private static void span(
            LocalDate night,
            String agent,
            String trace,
            String span,
            String session,
            String at,
            String input,
            String answer) {
        SPANS.computeIfAbsent(night, none -> new ArrayList<>())
                .add(
                        "{\"trace\":\"%s\",\"span\":\"%s\",\"agent\":\"%s\",\"session\":\"%s\",\"at\":\"%sT%s:00Z\",\"input\":%s,\"answer\":\"%s\"}"
                                .formatted(
                                        trace,
                                        span,
                                        agent,
                                        session,
                                        span.endsWith("b") ? FIRST : night,
                                        at,
                                        input,
                                        answer));
    }

    private static void said(LocalDate night, String feedback, String kind, String what) {
        List<String> said = SAID.computeIfAbsent(night, none -> new ArrayList<>());
        said.add("{\"event\":\"%s-%s\",\"feedback\":\"%s\",\"kind\":\"%s\",%s}"
                .formatted(feedback, night, feedback, kind, what));
    }
}
