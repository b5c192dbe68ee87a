package dev.logmill.curation.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.json.DigestBits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeakGroupsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final LeakConfig CONFIG = new LeakConfig("test", 0.2, 0.3, 3, 3);
    private static final LeakConfig NO_HUBS = new LeakConfig("test", 0.2, 0.3, 1000, 1000);

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @Test
    void tiesWhatSharesAPersonASessionAGroupARunOrAnInput() {
        Occurrence start = row("p1", "s1", "r1", "g1", "i1");
        List<Occurrence> sharing = List.of(
                row("p1", "s2", "r2", "g2", "i2"),
                row("p3", "s1", "r3", "g3", "i3"),
                row("p4", "s4", "r4", "g1", "i4"),
                row("p5", "s5", "r1", "g5", "i5"),
                row("p6", "s6", "r6", "g6", "i1"));
        for (Occurrence other : sharing) {
            Lake lake = new Lake(NO_HUBS);
            lake.night(List.of(start, other));
            assertThat(lake.groupOf(other)).as("%s", other).isEqualTo(lake.groupOf(start));
        }
    }

    @Test
    void keepsApartWhatSharesNothing() {
        Lake lake = new Lake(NO_HUBS);
        lake.night(List.of(row("p1", "s1", "r1", "g1", "i1"), row("p2", "s2", "r2", "g2", "i2")));
        assertThat(lake.groups()).hasSize(2);
    }

    @Test
    void keepsPeopleOfOneNameInTwoProjectsApart() {
        Occurrence here = row("p1", "s1", "r1", "", "i1");
        Occurrence there =
                new Occurrence("elsewhere", here.subject(), here.sessionId(), "r2", Optional.empty(), "i2", List.of());
        Lake lake = new Lake(NO_HUBS);
        lake.night(List.of(here, there));
        assertThat(lake.groupOf(here)).isNotEqualTo(lake.groupOf(there));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void makesTheGroupsOfANaiveClosureHoweverRowsFallOnNights(int seed) {
        Random random = new Random(seed);
        List<Occurrence> rows = rows(random, 40, 25);
        Lake atOnce = new Lake(NO_HUBS);
        atOnce.night(rows);
        Lake byNight = new Lake(NO_HUBS);
        nights(rows, random).forEach(byNight::night);

        assertThat(atOnce.groups()).isEqualTo(closure(rows));
        assertThat(byNight.groups()).isEqualTo(closure(rows));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesNotDependOnTheOrderOfANightsRows(int seed) {
        Random random = new Random(seed);
        List<List<Occurrence>> nights = nights(rows(random, 40, 12), random);
        Lake one = new Lake(CONFIG);
        Lake other = new Lake(CONFIG);
        for (List<Occurrence> night : nights) {
            List<Occurrence> shuffled = new ArrayList<>(night);
            Collections.shuffle(shuffled, random);
            assertThat(other.night(shuffled)).usingRecursiveComparison().isEqualTo(one.night(night));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverPutsAKeyOnAWeakerSideNorTwoRowsOfOneKeyOnTwoSides(int seed) {
        Random random = new Random(seed);
        Lake lake = new Lake(CONFIG);
        Map<String, Side> before = new TreeMap<>();
        for (List<Occurrence> night : nights(rows(random, 60, 15), random)) {
            lake.night(night);
            Map<String, Side> now = lake.sidesOfKeys();
            before.forEach((key, side) -> assertThat(now.get(key)).isGreaterThanOrEqualTo(side));
            before.putAll(now);
            assertNothingIsOnTwoSides(lake);
        }
    }

    /** No person, session, run, group or input is on two sides of what may be published: rows that are on their input's. */
    private static void assertNothingIsOnTwoSides(Lake lake) {
        Map<String, Set<String>> groups = new TreeMap<>();
        Map<String, Set<Side>> sides = new TreeMap<>();
        for (Occurrence row : lake.seen) {
            row.ties().forEach(key -> groups.computeIfAbsent(key.text(), none -> new HashSet<>())
                    .add(lake.groupOf(row)));
            groups.computeIfAbsent(row.inputKey().text(), none -> new HashSet<>())
                    .add(lake.inputGroupOf(row));
            if (lake.sideOf(row) == lake.splits.get(lake.inputGroupOf(row)).side()) {
                keys(row).forEach(key -> sides.computeIfAbsent(key, none -> new HashSet<>())
                        .add(lake.sideOf(row)));
            }
        }
        groups.forEach((key, tied) -> assertThat(tied).as(key).hasSize(1));
        sides.forEach((key, published) -> assertThat(published).as(key).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRowOfNoHubIsOnTheSideOfItsInput(int seed) {
        Random random = new Random(seed);
        Lake lake = new Lake(CONFIG);
        nights(rows(random, 60, 15), random).forEach(lake::night);
        Set<String> hubs = lake.hubs();
        assertThat(lake.seen)
                .filteredOn(row -> !hubs.contains(row.inputKey().text()))
                .allSatisfy(row -> assertThat(lake.inputGroupOf(row)).isEqualTo(lake.groupOf(row)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesNothingWhenTheSameRowsComeAgain(int seed) {
        Random random = new Random(seed);
        Lake lake = new Lake(CONFIG);
        List<Occurrence> rows = rows(random, 40, 12);
        lake.night(rows);
        Collections.shuffle(rows, random);

        LeakGroups.Change again = lake.night(rows);

        assertThat(again.keys()).isEmpty();
        assertThat(again.splits()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groupsByNightAtLeastAsMuchAsAtOnceWhereInputsBecomeHubs(int seed) {
        Random random = new Random(seed);
        List<Occurrence> rows = rows(random, 40, 8);
        Lake atOnce = new Lake(CONFIG);
        atOnce.night(rows);
        Lake byNight = new Lake(CONFIG);
        nights(rows, random).forEach(byNight::night);

        assertThat(byNight.hubs()).isEqualTo(atOnce.hubs());
        assertThat(atOnce.groups()).allSatisfy(group -> assertThat(byNight.groups())
                .anySatisfy(whole -> assertThat(whole).containsAll(group)));
    }

    @Test
    void givesNewRowsTheGroupAndTheSideThatTheirKeysHad() {
        Lake lake = new Lake(NO_HUBS);
        Occurrence old = row("p1", "s1", "r1", "", "i1");
        lake.night(List.of(old));
        String group = lake.groupOf(old);
        Side side = lake.sideOf(old);
        for (int night = 0; night < 30; night++) {
            Occurrence late = row("p1", "n" + night, "n" + night, "", "n" + night);
            lake.night(List.of(late));
            assertThat(lake.groupOf(late)).isEqualTo(group);
            assertThat(lake.sideOf(late)).isEqualTo(side);
        }
        assertThat(lake.splits).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void putsGroupsThatALateRowTiesTogetherOnTheStrongestOfTheirSides(int seed) {
        Lake lake = new Lake(new LeakConfig("seed" + seed, 0.3, 0.3, 1000, 1000));
        List<Occurrence> apart = List.of(
                row("p1", "s1", "r1", "", "i1"), row("p2", "s2", "r2", "", "i2"), row("p3", "s3", "r3", "", "i3"));
        lake.night(apart);
        Side strongest = apart.stream().map(lake::sideOf).max(Side::compareTo).orElseThrow();
        Set<String> before = new HashSet<>(apart.stream().map(lake::groupOf).toList());
        lake.night(List.of(row("p1", "s2", "r9", "", "i3")));

        assertThat(apart).extracting(lake::groupOf).containsOnly(lake.groupOf(apart.get(0)));
        assertThat(before).contains(lake.groupOf(apart.get(0)));
        assertThat(apart).extracting(lake::sideOf).containsOnly(strongest);
    }

    @Test
    void keepsTheSideThatASuitePulledAGroupTo() {
        Lake lake = new Lake(new LeakConfig("test", 0, 0, 1000, 1000));
        Occurrence old = row("p1", "s1", "r1", "", "i1");
        lake.night(List.of(old));
        String group = lake.groupOf(old);
        lake.splits.put(group, new Split(group, Side.TEST, Optional.empty(), "suite", FIRST, FIRST, 9));
        lake.night(List.of(row("p2", "s2", "r2", "", "i2")));
        lake.night(List.of(row("p1", "s2", "r3", "", "i3")));

        assertThat(lake.seen).extracting(lake::sideOf).containsOnly(Side.TEST);
    }

    @Test
    void letsAnInputOfManyPeopleTieNobodyTogether() {
        Lake lake = new Lake(new LeakConfig("test", 0.1, 0.2, 20, 20));
        List<Occurrence> greetings = new ArrayList<>();
        List<Occurrence> others = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            greetings.add(row("p" + i, "s" + i, "r" + i, "", "hello"));
            others.add(row("p" + i, "s" + i, "r" + i, "", "own" + i));
        }
        List<Occurrence> all = new ArrayList<>(greetings);
        all.addAll(others);
        lake.night(all);

        assertThat(others).extracting(lake::groupOf).doesNotHaveDuplicates();
        assertThat(greetings)
                .extracting(lake::groupOf)
                .isEqualTo(others.stream().map(lake::groupOf).toList());
        assertThat(greetings)
                .extracting(lake::inputGroupOf)
                .containsOnly(lake.inputGroupOf(greetings.get(0)))
                .doesNotContainAnyElementsOf(others.stream().map(lake::groupOf).toList());
    }

    @Test
    void tiesTwentyPeopleByAnInputAndNotThoseAfterThem() {
        Lake lake = new Lake(new LeakConfig("test", 0.1, 0.2, 20, 20));
        List<Occurrence> greetings = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            Occurrence greeting = row("p" + i, "s" + i, "r" + i, "", "hello");
            greetings.add(greeting);
            lake.night(List.of(greeting, row("p" + i, "s" + i, "r" + i, "", "own" + i)));
        }
        Set<String> tied = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            tied.add(lake.groupOf(row("p" + i, "s" + i, "r" + i, "", "own" + i)));
        }
        assertThat(tied).hasSize(1);
        assertThat(lake.groupOf(row("p20", "s20", "r20", "", "own20"))).isNotIn(tied);
        assertThat(lake.groupOf(row("p22", "s22", "r22", "", "own22"))).isNotIn(tied);
        assertThat(greetings.subList(0, 20)).extracting(lake::groupOf).isSubsetOf(tied);
        assertThat(greetings.subList(20, 23)).extracting(lake::groupOf).doesNotContainAnyElementsOf(tied);
        assertThat(greetings).extracting(lake::inputGroupOf).isSubsetOf(tied);
    }

    @Test
    void tiesNobodyByACommonQuestionAndNamesItWhereAConversationWentThroughIt() {
        Lake lake = new Lake(LeakConfig.defaults());
        Occurrence first = row("p1", "s1", "r1", "", "question");
        Occurrence second = row("p2", "s2", "r2", "", "question");
        Occurrence further = new Occurrence(
                "shop", Optional.of("p2"), Optional.of("s2"), "r3", Optional.empty(), "further", List.of("question"));
        lake.night(List.of(first));
        LeakAnchors anchors = lake.night(List.of(second, further)).anchors();

        assertThat(lake.groupOf(second)).isNotEqualTo(lake.groupOf(first));
        assertThat(lake.inputGroupOf(second)).isEqualTo(lake.groupOf(first));
        assertThat(anchors.history(further)).containsExactly(lake.groupOf(first));
        assertThat(anchors.history(second)).isEmpty();
    }

    @Test
    void whatAConversationWentThroughIsAnInputOfItsPerson() {
        Lake lake = new Lake(LeakConfig.defaults());
        lake.night(List.of(new Occurrence(
                "shop", Optional.of("p1"), Optional.empty(), "r1", Optional.empty(), "further", List.of("question"))));
        Occurrence later = row("p2", "", "r2", "", "question");
        lake.night(List.of(later));

        assertThat(lake.inputGroupOf(later)).isNotEqualTo(lake.groupOf(later));
    }

    @Test
    void countsRunsThatNameNobodyApartFromPeople() {
        Lake lake = new Lake(new LeakConfig("test", 0.1, 0.2, 1, 3));
        List<Occurrence> nameless = IntStream.range(0, 4)
                .mapToObj(i -> row("", "", "r" + i, "", "cron"))
                .toList();
        lake.night(nameless.subList(0, 3));
        lake.night(List.of(row("p1", "", "n1", "", "cron")));
        assertThat(lake.groups()).hasSize(1);

        lake.night(nameless.subList(3, 4));
        assertThat(lake.groups()).hasSize(2);
    }

    @Test
    void countsAPersonOnceHoweverManyNightsTheySendAnInput() {
        Lake lake = new Lake(CONFIG);
        for (int night = 0; night < 10; night++) {
            lake.night(List.of(row("p1", "s" + night, "r" + night, "", "daily")));
        }
        assertThat(lake.hubs()).isEmpty();
        lake.night(List.of(row("p2", "t", "t", "", "daily")));
        assertThat(lake.groups()).hasSize(1);
    }

    @Test
    void countsRunsOfOneTaskThatNameNobodyOnce() {
        Lake lake = new Lake(CONFIG);
        List<Occurrence> trials = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            trials.add(row("", "", "r" + i, "task", "the same question"));
            trials.add(row("", "", "r" + i, "task", "what followed " + i));
        }
        lake.night(trials);
        assertThat(lake.groups()).hasSize(1);
    }

    @Test
    void drawsSidesInTheConfiguredShares() {
        List<Occurrence> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(row("p" + i, "", "r" + i, "", "i" + i));
        }
        LeakGroups groups = new LeakGroups(LeakConfig.defaults(), FIRST, 1, List.of(), List.of());
        Map<Side, Long> sides = new TreeMap<>();
        groups.take(ties(rows)).splits().forEach(split -> sides.merge(split.side(), 1L, Long::sum));

        // Four standard deviations of a draw of ten thousand.
        assertThat(sides.get(Side.TEST)).isBetween(1840L, 2160L);
        assertThat(sides.get(Side.VALIDATION)).isBetween(880L, 1120L);
    }

    @Test
    void knowsNoGroupOfARowThatItDidNotTake() {
        LeakGroups groups = new LeakGroups(CONFIG, FIRST, 1, List.of(), List.of());
        LeakAnchors anchors = groups.take(LeakTies.NONE).anchors();
        assertThatThrownBy(() -> anchors.own(row("p", "s", "r", "", "i"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysThatGroupsAreMergedInACircle() {
        Split a = new Split("a", Side.TEST, Optional.of("b"), "merged", FIRST, FIRST, 1);
        Split b = new Split("b", Side.TEST, Optional.of("a"), "merged", FIRST, FIRST, 1);
        assertThatThrownBy(() -> LeakGroups.resolve("a", Map.of("a", a, "b", b)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Occurrence row(String person, String session, String run, String group, String input) {
        return new Occurrence("shop", named(person), named(session), run, named(group), input, List.of());
    }

    private static Optional<String> named(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** Rows that share this and that; the fewer values, the more they share. */
    private static List<Occurrence> rows(Random random, int count, int values) {
        List<Occurrence> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(
                    random.nextInt(3) == 0 ? "" : "p" + random.nextInt(values),
                    random.nextBoolean() ? "" : "s" + random.nextInt(values * 2),
                    "r" + random.nextInt(values * 3),
                    random.nextInt(4) == 0 ? "g" + random.nextInt(values) : "",
                    "i" + random.nextInt(values)));
        }
        return rows;
    }

    private static List<List<Occurrence>> nights(List<Occurrence> rows, Random random) {
        List<Occurrence> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        List<List<Occurrence>> nights = new ArrayList<>();
        for (int at = 0; at < shuffled.size(); ) {
            int next = Math.min(shuffled.size(), at + 1 + random.nextInt(8));
            nights.add(shuffled.subList(at, next));
            at = next;
        }
        return nights;
    }

    /** Joins any two sets of rows that share a key until no two do. */
    private static Set<Set<Occurrence>> closure(List<Occurrence> rows) {
        List<Set<Occurrence>> sets = new ArrayList<>();
        rows.forEach(row -> sets.add(new HashSet<>(Set.of(row))));
        boolean joined = true;
        while (joined) {
            joined = false;
            for (int i = 0; i < sets.size(); i++) {
                for (int j = sets.size() - 1; j > i; j--) {
                    if (!Collections.disjoint(keys(sets.get(i)), keys(sets.get(j)))) {
                        sets.get(i).addAll(sets.remove(j));
                        joined = true;
                    }
                }
            }
        }
        return new HashSet<>(sets);
    }

    private static Set<String> keys(Set<Occurrence> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.addAll(keys(row)));
        return keys;
    }

    private static List<String> keys(Occurrence row) {
        return Stream.concat(row.ties().stream(), Stream.of(row.inputKey()))
                .map(DigestBits::text)
                .toList();
    }

    /** In parts, as executors gather them. */
    private static LeakTies ties(Collection<Occurrence> rows) {
        LeakTies ties = LeakTies.NONE;
        for (Occurrence row : rows) {
            LeakTies.Builder builder = new LeakTies.Builder();
            builder.add(row);
            ties = ties.and(builder.build());
        }
        return ties;
    }

    /** The two tables, and each night a new {@link LeakGroups} over the part of them that its rows need. */
    private static final class Lake {
        final Map<String, LeakKey> keys = new TreeMap<>();
        final Map<String, Split> splits = new TreeMap<>();
        final List<Occurrence> seen = new ArrayList<>();
        private final LeakConfig config;
        private int nights;

        Lake(LeakConfig config) {
            this.config = config;
        }

        LeakGroups.Change night(Collection<Occurrence> rows) {
            Set<String> wanted = new HashSet<>();
            rows.forEach(row -> wanted.addAll(LeakGroupsTest.keys(row)));
            List<LeakKey> known = keys.values().stream()
                    .filter(key -> wanted.contains(key.leakKey()))
                    .toList();
            LeakGroups groups = new LeakGroups(config, FIRST.plusDays(nights), nights + 1, known, splits.values());
            nights++;
            LeakGroups.Change change = groups.take(ties(rows));
            change.keys().forEach(key -> keys.put(key.leakKey(), key));
            change.splits().forEach(split -> splits.put(split.anchor(), split));
            seen.addAll(rows);
            rows.forEach(row -> assertThat(change.anchors().own(row)).isEqualTo(groupOf(row)));
            rows.forEach(row -> assertThat(change.anchors().input(row)).isEqualTo(inputGroupOf(row)));
            return change;
        }

        /** As a later night sees it. */
        String groupOf(Occurrence row) {
            return again(row).own(row);
        }

        String inputGroupOf(Occurrence row) {
            return again(row).input(row);
        }

        private LeakAnchors again(Occurrence row) {
            List<LeakKey> known =
                    LeakGroupsTest.keys(row).stream().map(keys::get).toList();
            LeakGroups groups = new LeakGroups(config, FIRST.plusDays(nights), nights + 1, known, splits.values());
            return groups.take(ties(List.of(row))).anchors();
        }

        Side sideOf(Occurrence row) {
            return splits.get(groupOf(row)).side();
        }

        Set<Set<Occurrence>> groups() {
            Map<String, Set<Occurrence>> groups = new TreeMap<>();
            seen.forEach(row -> groups.computeIfAbsent(groupOf(row), none -> new HashSet<>())
                    .add(row));
            return new HashSet<>(groups.values());
        }

        Map<String, Side> sidesOfKeys() {
            Map<String, Side> sides = new TreeMap<>();
            keys.forEach((key, row) -> sides.put(
                    key, splits.get(LeakGroups.resolve(row.anchor(), splits)).side()));
            return sides;
        }

        Set<String> hubs() {
            Set<String> hubs = new HashSet<>();
            keys.values().stream()
                    .filter(key -> Voices.makeAHub(key.holders(), config))
                    .forEach(key -> hubs.add(key.leakKey()));
            return hubs;
        }
    }
}
