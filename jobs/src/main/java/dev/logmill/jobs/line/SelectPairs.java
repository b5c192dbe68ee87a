package dev.logmill.jobs.line;

import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.export.dataset.Candidate;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.Selection;
import dev.logmill.export.dataset.Standing;
import dev.logmill.export.example.Example;
import dev.logmill.export.release.Member;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a pair to the selection of each dataset that takes its agent and its unit. */
final class SelectPairs implements Serializable {
    private final ArrayList<Asked> datasets = new ArrayList<>();

    SelectPairs(DatasetsConfig config, List<DatasetSpec> specs, Footing footing) {
        for (DatasetSpec spec : specs) {
            datasets.add(new Asked(
                    new ArrayList<>(spec.agents()), config.unit(spec), new Selection(config, spec, footing.live())));
        }
    }

    private record Asked(ArrayList<String> agents, PairUnit unit, Selection selection) implements Serializable {
        boolean takes(Standings row) {
            return (agents.isEmpty() || agents.contains(row.pair().agent())) && row.isUnit(unit);
        }
    }

    List<Selected> of(Standings row) {
        List<Selected> selected = new ArrayList<>();
        for (int dataset = 0; dataset < datasets.size(); dataset++) {
            if (datasets.get(dataset).takes(row)) {
                selected.add(selected(dataset, datasets.get(dataset).selection(), row));
            }
        }
        return selected;
    }

    private static Selected selected(int dataset, Selection selection, Standings row) {
        Standing standing = new Standing(row.pair().inputId(), row.leakGroup(), row.side());
        Optional<Refusal> refusal =
                selection.judge(new Candidate(row.pair(), row.label(), standing, row.narrow(), row.failed()));
        Optional<Member> member = refusal.isPresent()
                ? Optional.empty()
                : Optional.of(new Member(
                        Example.of(row.pair()),
                        row.pair().pairId(),
                        row.pair().inputId(),
                        row.leakGroup(),
                        row.side(),
                        row.label().map(Label::probability).orElse(1.0)));
        return new Selected(
                dataset,
                row.pair().pairId(),
                row.pair().agent(),
                row.pair().firstNight(),
                row.subjects(),
                member,
                refusal);
    }
}
