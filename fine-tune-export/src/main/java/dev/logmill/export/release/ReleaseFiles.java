package dev.logmill.export.release;

import dev.logmill.curation.json.Json;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.publish.Draft;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.Feature;
import dev.logmill.export.target.TargetFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes the members of a version into the files of its targets: {@code <target>/<split>.jsonl} for supervised examples,
 * {@code <target>-preference/<split>.jsonl} for better-and-worse answers. A target that wants tools on every row of a file
 * or on none has its rows without tools in {@code <target>-plain}, where there are rows with tools as well.
 */
public final class ReleaseFiles {
    private final Draft draft;
    private final List<TargetFormat> targets;
    private final Set<Kind> withTools;
    private final LeakCheck leaks = new LeakCheck();
    private final Map<String, Config> configs = new TreeMap<>();
    private final Map<String, Long> excluded = new TreeMap<>();
    private final Map<Side, Long> examples = new TreeMap<>();
    private long undeclared;

    /** Files of a draft; {@code withTools} says of which kinds any member has tools. */
    public ReleaseFiles(Draft draft, List<TargetFormat> targets, Set<Kind> withTools) {
        this.draft = draft;
        this.targets = List.copyOf(targets);
        this.withTools = Set.copyOf(withTools);
    }

    /** One folder of rows, as the card describes it. */
    record Config(String folder, List<Feature> features, Map<String, Long> rows, Map<String, Long> bytes) {}

    /** Writes members, which must come sorted by example id, those of a kind in one go; {@code sink} sees each once. */
    public void write(Iterator<Member> members, Consumer<Member> sink) {
        while (members.hasNext()) {
            Member member = members.next();
            leaks.add(member);
            for (TargetFormat format : targets) {
                write(member, format);
            }
            examples.merge(member.side(), 1L, Long::sum);
            undeclared += member.example().callsUndeclared() ? 1 : 0;
            sink.accept(member);
        }
    }

    private void write(Member member, TargetFormat format) {
        Example example = member.example();
        Optional<String> reason = format.target().excludes(example);
        if (reason.isPresent()) {
            excluded.merge(format.folder() + ": " + reason.get(), 1L, Long::sum);
            return;
        }
        boolean someTools = withTools.contains(example.kind());
        boolean plain =
                someTools && format.target().toolsAllOrNone() && example.tools().isEmpty();
        String folder =
                format.folder() + (example.kind() == Kind.PREFERENCE ? "-preference" : "") + (plain ? "-plain" : "");
        String split = member.side().name().toLowerCase(Locale.ROOT);
        long bytes = draft.rows(folder + "/" + split + ".jsonl")
                .row(Json.canonical(format.target().row(example)));
        Config config = configs.computeIfAbsent(
                folder,
                name -> new Config(
                        name,
                        format.target().features(example.kind(), someTools && !plain),
                        new TreeMap<>(),
                        new TreeMap<>()));
        config.rows().merge(split, 1L, Long::sum);
        config.bytes().merge(split, bytes, Long::sum);
    }

    /** Examples by side. */
    public Map<Side, Long> examples() {
        return examples;
    }

    /** Why this must not be published, in words; best is none. */
    public List<String> leaks() {
        return leaks.leaks();
    }

    List<TargetFormat> targets() {
        return targets;
    }

    Map<String, Config> configs() {
        return configs;
    }

    /** Examples whose answer calls a tool where the log names none. */
    long undeclared() {
        return undeclared;
    }

    /** Examples that a target cannot carry, by target and reason. */
    public Map<String, Long> excluded() {
        return excluded;
    }
}
