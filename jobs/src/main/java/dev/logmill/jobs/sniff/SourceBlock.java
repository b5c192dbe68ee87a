package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.object.RawObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of {@code logmill.yaml} that would read what was looked at, every night.
 *
 * @param name what the source is called
 * @param path below which folder or in which file its objects lie
 */
record SourceBlock(String name, String path, KnownFormat format) {
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    /** The only one, where all that was looked at has one format. */
    static SourceBlock of(LogFiles files, KnownFormat format) {
        return new SourceBlock(slug(files), path(files), format);
    }

    /**
     * One of a format among others, or several; none where no path takes its objects and leaves the others'.
     *
     * @param own names of its objects
     * @param others names of those of others
     */
    static List<SourceBlock> among(LogFiles files, KnownFormat format, List<String> own, List<String> others) {
        List<String> paths = new PathsApart(others).of(own);
        String name = slug(files) + "-" + slug(format.name().replaceFirst(".*/", ""));
        List<SourceBlock> blocks = new ArrayList<>();
        for (String path : paths) {
            String numbered = paths.size() == 1 ? name : name + "-" + (blocks.size() + 1);
            blocks.add(new SourceBlock(numbered, base(files) + "/" + path, format));
        }
        return blocks;
    }

    /** In the words of {@code logmill.yaml}. */
    String text(WaitingScores scores) {
        return "  - name: %s%n    path: %s%n".formatted(name, quoted(path)) + format.keys() + scores.lines(format);
    }

    private static String slug(LogFiles files) {
        String name = DatedPath.without(files.path().getName());
        int dot = name.indexOf('.');
        String slug = slug(dot > 0 ? name.substring(0, dot) : name);
        return slug.isEmpty() ? "logs" : slug;
    }

    private static String slug(String name) {
        return NO_SLUG.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    }

    private static String base(LogFiles files) {
        String scheme = files.path().toUri().getScheme();
        return scheme == null || scheme.equals("file")
                ? files.path().toUri().getPath()
                : files.path().toString();
    }

    /** Of a folder all objects of the same depths and endings, by date where their names tell one. */
    private static String path(LogFiles files) {
        String base = base(files);
        List<String> names = files.objects().stream().map(RawObject::name).toList();
        Optional<String> dated = DatedPath.of(names);
        if (!files.isFolder()) {
            String folder = base.substring(0, base.lastIndexOf('/') + 1);
            return dated.map(name -> folder + name).orElse(base);
        }
        Set<String> shapes = names.stream().map(DatedPath::shape).collect(Collectors.toCollection(TreeSet::new));
        return base + "/"
                + dated.orElseGet(() -> shapes.size() == 1 ? shapes.iterator().next() : "**/*");
    }

    private static String quoted(String path) {
        return "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The blocks of all formats, by their names what each was found in, and a line of what no path tells from others. */
    static String all(LogFiles files, Map<KnownFormat, List<String>> byFormat, WaitingScores scores) {
        if (byFormat.size() == 1) {
            return of(files, byFormat.keySet().iterator().next()).text(scores);
        }
        StringBuilder text = new StringBuilder();
        StringBuilder mixed = new StringBuilder();
        byFormat.forEach((format, own) -> {
            List<String> others = byFormat.entrySet().stream()
                    .filter(other -> !other.getKey().equals(format))
                    .flatMap(other -> other.getValue().stream())
                    .toList();
            List<SourceBlock> blocks = among(files, format, own, others);
            blocks.forEach(block -> text.append(block.text(scores)));
            if (blocks.isEmpty()) {
                mixed.append(
                        "%nNo path takes what is %s (%s%s) and leaves the rest: put it into a folder of its own, and sniff that%n"
                                .formatted(
                                        format.name(),
                                        own.get(0),
                                        own.size() == 1 ? "" : " and %d more".formatted(own.size() - 1)));
            }
        });
        return text.append(mixed).toString();
    }
}
