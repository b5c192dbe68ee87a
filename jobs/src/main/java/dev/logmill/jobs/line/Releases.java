package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Card;
import dev.logmill.export.release.Member;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseDiff;
import dev.logmill.export.release.ReleaseFiles;
import dev.logmill.export.release.ReleaseRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the versions of a night, one dataset after the other, while their members come by. */
final class Releases {
    private final Night night;
    private final Map<String, Release> latest = new HashMap<>();
    private final List<Release> releases = new ArrayList<>();
    private final List<DataFile> rows = new ArrayList<>();
    private final Map<String, String> published = new TreeMap<>();

    Releases(Night night) {
        this.night = night;
        night.lake().rows(ExportTables.RELEASES).stream()
                .filter(release -> release.batch() < night.batch())
                .forEach(release -> latest.merge(release.dataset(), release, (a, b) -> a.batch() > b.batch() ? a : b));
    }

    /** The versions that were published, by product. */
    Map<String, String> published() {
        return published;
    }

    /** Publishes every dataset that has enough; {@code members} come dataset by dataset, sorted by example. */
    void publish(List<Choice> choices, Iterator<Selected> members) {
        Stretches stretches = new Stretches(members);
        for (int dataset = 0; dataset < choices.size(); dataset++) {
            Choice choice = choices.get(dataset);
            if (choice.publishes()) {
                publish(choice, stretches.of(dataset));
            }
        }
        night.lake().append(ExportTables.RELEASES, releases);
        night.lake().commit(ExportTables.RELEASE_ROWS, rows, List.of());
    }

    private void publish(Choice choice, Iterator<Member> members) {
        String name = choice.spec().name();
        Shelf shelf = Shelves.dataset(night, name);
        Draft draft = shelf.draft(night.asOf());
        ReleaseFiles files =
                new ReleaseFiles(draft, night.config().datasets().targets(choice.spec()), choice.withTools());
        List<ReleaseRow> written = new ArrayList<>();
        files.write(members, member -> written.add(row(name, member)));
        choice.reconcile(written.size());
        files.write(choice.preferences().iterator(), member -> written.add(row(name, member)));
        draft.closeRows();
        if (!files.leaks().isEmpty()) {
            shelf.quarantine(draft, files.leaks());
        }
        describe(draft, choice, files);
        Optional<String> parent = shelf.latest().map(Latest::version);
        Manifest manifest = manifest(choice, parent, files, draft);
        if (shelf.publish(draft, manifest) instanceof Publication.Published done) {
            record(choice, done, parent, written, files);
        }
    }

    private void describe(Draft draft, Choice choice, ReleaseFiles files) {
        Map<String, Long> leftOut = choice.rejections().stream()
                .collect(Collectors.groupingBy(Rejection::reason, TreeMap::new, Collectors.counting()));
        Card card = new Card(
                choice.spec().name(), night.asOf(), night.config().datasets().license(), files, leftOut);
        draft.describe("README.md", card.bytes());
    }

    private Manifest manifest(Choice choice, Optional<String> parent, ReleaseFiles files, Draft draft) {
        Map<String, Long> figures = new TreeMap<>();
        files.examples().forEach((side, count) -> figures.put(side.name().toLowerCase(Locale.ROOT), count));
        figures.put("refused", (long) choice.refused().size());
        return new Manifest(
                DatasetsJob.NAME,
                choice.spec().name(),
                night.asOf(),
                parent,
                Shelves.CODE,
                night.config().digest(),
                Shelves.inputs(night),
                figures,
                draft.entries());
    }

    private ReleaseRow row(String dataset, Member member) {
        return new ReleaseRow(
                dataset,
                "",
                member.example().exampleId(),
                member.origin(),
                member.side().name().toLowerCase(Locale.ROOT),
                member.leakGroup(),
                member.probability(),
                night.batch());
    }

    private void record(
            Choice choice,
            Publication.Published done,
            Optional<String> parent,
            List<ReleaseRow> written,
            ReleaseFiles files) {
        String name = choice.spec().name();
        published.put("datasets/" + name, done.version());
        releases.add(new Release(
                name,
                done.version(),
                done.manifest().digest(),
                night.asOf(),
                files.examples().getOrDefault(Side.TRAIN, 0L),
                files.examples().getOrDefault(Side.VALIDATION, 0L),
                files.examples().getOrDefault(Side.TEST, 0L),
                flips(choice, written),
                parent,
                night.batch()));
        rows.addAll(night.lake()
                .write(
                        ExportTables.RELEASE_ROWS,
                        written.stream().map(row -> row.in(done.version())).iterator()));
    }

    /** Examples of this version and of the one before whose label crossed one half in between. */
    private long flips(Choice choice, List<ReleaseRow> written) {
        String name = choice.spec().name();
        Release before = latest.get(name);
        if (before == null) {
            return 0;
        }
        List<ReleaseRow> earlier = new ArrayList<>();
        List<DataFile> files = night.state(ExportTables.RELEASE_ROWS).files().stream()
                .filter(file -> file.mayHold("batch", before.batch(), before.batch()))
                .toList();
        night.lake().scan(ExportTables.RELEASE_ROWS, files, ReleaseRow.class, row -> {
            if (row.dataset().equals(name) && row.version().equals(before.version())) {
                earlier.add(row);
            }
        });
        return ReleaseDiff.between(earlier, written, choice.withdrawn(), leftOut(before))
                .flipped()
                .size();
    }

    /** As much of a label as tells what it was before it flipped. */
    record Turn(String pairId, LocalDate asOf, boolean flipped, Optional<Double> previous) {}

    /** The labels that have flipped since a release, as they were at it. */
    private Map<String, Double> leftOut(Release before) {
        Map<String, Turn> first = new HashMap<>();
        List<DataFile> since = night.state(CurationTables.LABELS).files().stream()
                .filter(file -> file.mayHold("as_of", before.night().toEpochDay() + 1, Long.MAX_VALUE))
                .toList();
        night.lake().scan(CurationTables.LABELS, since, Turn.class, label -> {
            if (label.flipped() && label.asOf().isAfter(before.night())) {
                first.merge(label.pairId(), label, (a, b) -> a.asOf().isBefore(b.asOf()) ? a : b);
            }
        });
        Map<String, Double> probabilities = new HashMap<>();
        first.forEach((pair, label) -> label.previous().ifPresent(probability -> probabilities.put(pair, probability)));
        return probabilities;
    }

    /** Cuts the stream of members where one dataset ends and the next begins. */
    private static final class Stretches {
        private final Iterator<Selected> members;
        private @Nullable Selected next;

        Stretches(Iterator<Selected> members) {
            this.members = members;
            this.next = members.hasNext() ? members.next() : null;
        }

        Iterator<Member> of(int dataset) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return next != null && next.dataset() == dataset;
                }

                @Override
                public Member next() {
                    Member member = Objects.requireNonNull(next).member().orElseThrow();
                    next = members.hasNext() ? members.next() : null;
                    return member;
                }
            };
        }
    }
}
