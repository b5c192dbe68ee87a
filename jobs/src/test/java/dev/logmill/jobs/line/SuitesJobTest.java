package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SuiteVersion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of which every case is worked out by hand; a leak group's lot is the test side with probability 0.2. */
class SuitesJobTest {
    private static final LocalDate NIGHT = SuiteLake.FIRST;

    @TempDir
    Path folder;

    private SuiteLake lake;
    private String ann;
    private String bob;
    private String cid;

    @BeforeEach
    void open() {
        lake = new SuiteLake(folder);
        ann = lake.group(Side.TEST, 0);
        bob = lake.group(Side.TEST, 1);
        cid = lake.group(Side.TRAIN, 0);
    }

    /** Ten people of the train side, each with a question, that leave room on the test side. */
    private void others(int night) {
        for (int i = 1; i <= 10; i++) {
            lake.asked(night, "other" + i, "other question " + i, lake.group(Side.TRAIN, i));
        }
    }

    @Test
    void failuresAndARandomSampleAreDrawnWithTheirWeightsAndTheirSideStays() {
        others(1);
        lake.asked(1, "a1", "hours?", ann);
        lake.asked(1, "b1", "price?", bob);
        lake.asked(1, "c1", "refund?", cid);
        lake.labelled(1, "refund?", 0.2, 0.1, 2);
        lake.suites(1);

        assertThat(lake.cases())
                .extracting(Case::inputId, Case::stratum, Case::trafficWeight, Case::inclusionProbability)
                .containsExactlyInAnyOrder(
                        tuple("input of hours?", "traffic", 5.0, 0.2),
                        tuple("input of price?", "traffic", 5.0, 0.2),
                        // It failed, and failures have room: that it is a case was certain.
                        tuple("input of refund?", "failure", 0.0, 1.0));
        assertThat(lake.side(cid)).isEqualTo(Side.TEST);
        assertThat(lake.side(lake.group(Side.TRAIN, 1))).isEqualTo(Side.TRAIN);

        lake.asked(2, "a2", "hours?", ann);
        lake.asked(2, "b2", "size?", bob);
        // On the test side for a failure, and so not in the sample.
        lake.asked(2, "c2", "colour?", cid);
        lake.labelled(2, "size?", 0.1, 0.05, 1);
        lake.suites(2);

        assertThat(lake.cases())
                .extracting(Case::inputId, Case::stratum, Case::trafficWeight, Case::firstNight)
                .containsExactlyInAnyOrder(
                        tuple("input of hours?", "traffic", 10.0, NIGHT),
                        tuple("input of price?", "traffic", 5.0, NIGHT),
                        tuple("input of refund?", "failure", 0.0, NIGHT),
                        tuple("input of size?", "failure", 5.0, NIGHT.plusDays(1)));
        assertThat(of("hours?").inclusionProbability()).isEqualTo(0.2);
        assertThat(lake.side(cid)).isEqualTo(Side.TEST);
        assertThat(lake.lake().rows(EvalTables.DRAWS)).hasSize(4);
    }

    @Test
    void aNightThatIsDrawnLateHasTheSameCases() {
        SuiteLake late = new SuiteLake(folder.resolve("late"));
        for (SuiteLake one : List.of(lake, late)) {
            for (int i = 0; i <= 10; i++) {
                one.asked(1, "c" + i, "question " + i, one.group(Side.TRAIN, i));
            }
            one.asked(1, "a1", "hours?", one.group(Side.TEST, 0));
            one.labelled(1, "question 0", 0.2, 0.1, 2);
            one.labelled(1, "hours?", 0.9, 0.6, 2);
            if (one == lake) {
                one.suites(1);
            }
            one.asked(2, "a2", "price?", one.group(Side.TEST, 0));
            one.labelled(2, "price?", 0.5, 0.1, 0);
            one.suites(2);
        }

        assertThat(late.cases())
                .extracting(Case::caseId, Case::stratum, Case::trafficWeight, Case::reference)
                .containsExactlyInAnyOrderElementsOf(lake.cases().stream()
                        .map(one -> tuple(one.caseId(), one.stratum(), one.trafficWeight(), one.reference()))
                        .toList());
        assertThat(late.cases()).hasSize(3);
    }

    @Test
    void aTraceThatIsBuiltAgainIsNoNewTrafficAndItsCaseFollowsIt() {
        lake.asked(1, "a1", "hours?", ann);
        lake.suites(1);
        lake.curatedAgain(edge -> {
            RecordShape<Provenance> shape = RecordShape.of(Provenance.class);
            return shape.with(shape.with(edge, "run_id", "another run"), "batch", 2L);
        });
        lake.suites(2);

        assertThat(lake.cases()).singleElement().satisfies(one -> {
            assertThat(one.trafficWeight()).isEqualTo(5);
            assertThat(one.inclusionProbability()).isEqualTo(0.2);
            assertThat(one.runId()).isEqualTo("another run");
            assertThat(one.traceId()).isEqualTo("a1");
        });
    }

    @Test
    void aCaseThatNoLogAsksAnyMoreIsRetiredAndOneThatIsAskedElsewhereComesFromThere() {
        lake.asked(1, "a1", "hours?", ann);
        lake.asked(1, "b1", "price?", bob);
        lake.asked(1, "b2", "price?", bob);
        lake.suites(1);
        lake.curatedAgain(edge -> edge.traceId().equals("b2")
                ? edge
                : RecordShape.of(Provenance.class).with(edge, "input_id", "another input"));
        lake.suites(2);

        assertThat(lake.cases()).singleElement().satisfies(one -> {
            assertThat(one.inputId()).isEqualTo("input of price?");
            assertThat(one.traceId()).isEqualTo("b2");
        });
        assertThat(lake.lake().rows(CurationTables.REJECTIONS))
                .extracting(Rejection::stage, Rejection::subjectRow, Rejection::reason)
                .containsExactly(tuple("suites/faq", SuiteLake.pairId("hours?"), "not_asked_any_more"));
        assertThat(newest().retired()).isEqualTo(1);
    }

    @Test
    void aFailureThatIsNoneAfterAllIsRetiredOrStandsAsTrafficWhereADrawHadIt() {
        others(1);
        lake.asked(1, "a1", "hours?", ann);
        lake.asked(1, "c1", "refund?", cid);
        lake.asked(1, "b1", "price?", bob);
        lake.labelled(1, "hours?", 0.2, 0.1, 1);
        lake.labelled(1, "refund?", 0.2, 0.1, 1);
        lake.labelled(1, "price?", 0.2, 0.1, 1);
        lake.suites(1);
        assertThat(lake.cases())
                .extracting(Case::stratum)
                .containsOnly("failure")
                .hasSize(3);

        // Two were taken back, one is said again.
        lake.labelled(2, "hours?", 0.7, 0.1, 0);
        lake.labelled(2, "refund?", 0.7, 0.1, 0);
        lake.labelled(2, "price?", 0.3, 0.1, 2);
        lake.suites(2);

        assertThat(lake.cases())
                .extracting(Case::inputId, Case::stratum, Case::trafficWeight)
                .containsExactlyInAnyOrder(
                        tuple("input of hours?", "traffic", 5.0), tuple("input of price?", "failure", 5.0));
        assertThat(lake.lake().rows(CurationTables.REJECTIONS))
                .extracting(Rejection::subjectRow, Rejection::reason)
                .containsExactly(tuple(SuiteLake.pairId("refund?"), "no_failure_any_more"));
        assertThat(newest().retired()).isEqualTo(1);
        assertThat(newest().changed()).isEqualTo(1);
    }

    @Test
    void aFailureWhoseAnswerIsGoneIsNoneAnyMore() {
        others(1);
        lake.asked(1, "c1", "refund?", cid);
        lake.labelled(1, "refund?", 0.2, 0.1, 1);
        lake.suites(1);
        lake.pair(2, "refund, anew", Message.of(Role.USER, "refund?"));
        lake.curatedAgain(edge -> edge.traceId().equals("c1")
                ? RecordShape.of(Provenance.class).with(edge, "pair_id", SuiteLake.pairId("refund, anew"))
                : edge);
        lake.suites(2);

        assertThat(lake.cases()).isEmpty();
    }

    @Test
    void aRightAnswerIsWithdrawnWhenItsLabelFalls() {
        lake.asked(1, "a1", "hours?", ann);
        lake.labelled(1, "hours?", 0.9, 0.6, 1);
        lake.suites(1);
        assertThat(of("hours?").reference()).isPresent();
        assertThat(of("hours?").referenceSignals()).isEqualTo(1);

        lake.labelled(2, "hours?", 0.6, 0.2, 2);
        lake.suites(2);

        assertThat(of("hours?").reference()).isEmpty();
        assertThat(of("hours?").graders()).isEmpty();
        assertThat(newest().changed()).isEqualTo(1);
    }

    @Test
    void whatAPersonOfTheTestSideSharesWithManyIsNotAskedWhereItIsTrainedOn() {
        String hub = lake.group(Side.TRAIN, 1);
        lake.asked(1, "a1", "hello", ann, hub);
        lake.asked(1, "c1", "hello", cid, hub);
        lake.labelled(1, "hello", 0.2, 0.1, 5);
        lake.suites(1);
        lake.asked(2, "b1", "hello", bob, hub);
        lake.suites(2);

        assertThat(lake.cases()).isEmpty();
        assertThat(lake.side(cid)).isEqualTo(Side.TRAIN);
        assertThat(lake.lake().rows(CurationTables.REJECTIONS))
                .extracting(Rejection::subjectRow, Rejection::reason, Rejection::measured)
                .containsExactly(tuple(
                        SuiteLake.pairId("hello"),
                        "input_on_another_side",
                        "side TEST of its person, side TRAIN of its input"));
    }

    @Test
    void aRequestWithAnImageIsNoCase() {
        Media image = new Media("image", Optional.empty(), Optional.empty(), Optional.empty());
        Message asked = RecordShape.of(Message.class).with(Message.of(Role.USER, "This?"), "media", List.of(image));
        lake.pair(1, "picture", asked);
        lake.asked(1, "a1", "picture", ann);
        Done done = lake.suites(1);

        assertThat(lake.cases()).isEmpty();
        assertThat(lake.lake().rows(CurationTables.REJECTIONS))
                .extracting(Rejection::subjectRow, Rejection::reason)
                .containsExactly(tuple(SuiteLake.pairId("picture"), "media"));
        assertThat(done.warnings()).anyMatch(warning -> warning.matches("suite .*: 1 refused: media \\(.*\\)"));
    }

    private Case of(String question) {
        return lake.cases().stream()
                .filter(one -> one.inputId().equals("input of " + question))
                .findFirst()
                .orElseThrow();
    }

    private SuiteVersion newest() {
        List<SuiteVersion> versions = lake.lake().rows(EvalTables.SUITES);
        return versions.stream()
                .filter(version -> version.batch() == 2)
                .findFirst()
                .orElseThrow();
    }
}
