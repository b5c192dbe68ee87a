package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.object.RawObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of {@code logmill.yaml} that would read what was looked at, every night. */
record SourceBlock(LogFiles files, KnownFormat format) {
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("  - name: ").append(name()).append('\n');
        text.append("    path: ").append(quoted(path())).append('\n');
        text.append(format.keys());
        return text.toString();
    }

    private String name() {
        String name = DatedPath.without(files.path().getName()).toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String slug = NO_SLUG.matcher(dot > 0 ? name.substring(0, dot) : name).replaceAll("-");
        String trimmed = slug.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "logs" : trimmed;
    }

    /** Of a folder all objects of the same depths and endings, by date where their names tell one. */
    private String path() {
        String base = files.path().toUri().getScheme() == null
                        || "file".equals(files.path().toUri().getScheme())
                ? files.path().toUri().getPath()
                : files.path().toString();
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
}
