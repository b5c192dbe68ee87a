package dev.logmill.jobs.line;

import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.PublishException;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Card;
import dev.logmill.export.release.Member;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseFiles;
import dev.logmill.export.release.ReleaseRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the versions of a night, one dataset after the other, while their members come by. */
final class Releases {
    private final Night night;
    private final EarlierReleases earlier;
    private final List<Release> releases = new ArrayList<>();
    private final List<DataFile> rows = new ArrayList<>();
    private final Map<String, String> published = new TreeMap<>();
    private final Map<String, String> failed = new TreeMap<>();

    Releases(Night night) {
        this.night = night;
        this.earlier = EarlierReleases.before(night);
    }

    /** The pairs that the rows of earlier versions came from. */
    Set<String> earlier() {
        return earlier.origins();
    }

    /** What a person should know of datasets that have no version of tonight, a sentence each. */
    List<String> leftBehind(List<Choice> choices, LeakSides sides) {
        Set<String> renewed = choices.stream()
                .filter(Choice::publishes)
                .map(choice -> choice.spec().name())
                .filter(name -> !failed.containsKey(name))
                .collect(Collectors.toSet());
        Set<String> asked = choices.stream()
                .filter(choice -> choice.considered() > 0)
                .map(choice -> choice.spec().name())
                .collect(Collectors.toSet());
        return earlier.leftBehind(renewed, asked, sides);
    }

    /** The versions that were published, or found published, and that the tables know from now on; by product. */
    Map<String, String> published() {
        return published;
    }

    /** Datasets whose version failed its checks and lies in quarantine, by name, with why: they stay as they were. */
    Map<String, String> failed() {
        return failed;
    }

    /**
     * Publishes every dataset that has enough.
     *
     * @param members dataset by dataset, sorted by example
     * @param probabilities of being good, of the pairs that earlier rows came from
     */
    void publish(List<Choice> choices, Iterator<Selected> members, Map<String, Double> probabilities) {
        MembersByDataset byDataset = new MembersByDataset(members);
        for (int dataset = 0; dataset < choices.size(); dataset++) {
            Choice choice = choices.get(dataset);
            if (choice.publishes()) {
                Iterator<Member> own = byDataset.of(dataset);
                try {
                    publish(choice, own, probabilities);
                } catch (PublishException.FailedChecks refused) {
                    failed.put(choice.spec().name(), refused.getMessage());
                    own.forEachRemaining(left -> {});
                }
            }
        }
        night.lake().append(ExportTables.RELEASES, releases);
        night.lake().commit(ExportTables.RELEASE_ROWS, rows, List.of());
    }

    private void publish(Choice choice, Iterator<Member> members, Map<String, Double> probabilities) {
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
        Publication done = Shelves.publish(night, shelf, draft, manifest(choice, parent, files, draft));
        // A version may stand that the tables do not know: the lake was brought back from a copy of before it.
        if (!earlier.know(name, done.version())) {
            record(name, done, written, files, probabilities);
        }
    }

    private void describe(Draft draft, Choice choice, ReleaseFiles files) {
        Card card = new Card(
                choice.spec().name(), night.asOf(), night.config().datasets().license(), files, choice.leftOut());
        draft.describe("README.md", card.bytes());
    }

    private Manifest manifest(Choice choice, Optional<String> parent, ReleaseFiles files, Draft draft) {
        Map<String, Long> figures = new TreeMap<>();
        files.examples().forEach((side, count) -> figures.put(side.name().toLowerCase(Locale.ROOT), count));
        figures.put("refused", choice.rejected());
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
            String name,
            Publication done,
            List<ReleaseRow> written,
            ReleaseFiles files,
            Map<String, Double> probabilities) {
        published.put("datasets/" + name, done.version());
        releases.add(new Release(
                name,
                done.version(),
                done.manifest().digest(),
                done.manifest().asOf(),
                files.examples().getOrDefault(Side.TRAIN, 0L),
                files.examples().getOrDefault(Side.VALIDATION, 0L),
                files.examples().getOrDefault(Side.TEST, 0L),
                earlier.flips(name, written, probabilities),
                done.manifest().parent(),
                night.batch()));
        rows.addAll(night.lake()
                .write(
                        ExportTables.RELEASE_ROWS,
                        written.stream().map(row -> row.in(done.version())).iterator()));
    }
}
