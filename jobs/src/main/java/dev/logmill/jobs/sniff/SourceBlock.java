package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.object.RawObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lines of {@code logmill.yaml} that would read what was looked at, every night. */
record SourceBlock(LogFiles files, KnownFormat format) {
    private static final Pattern DATE = Pattern.compile("20\\d\\d-[01]\\d-[0-3]\\d");
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("  - name: ").append(name()).append('\n');
        text.append("    path: ").append(quoted(path())).append('\n');
        text.append(format.keys());
        return text.toString();
    }

    private String name() {
        String name = files.path().getName().toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String slug = NO_SLUG.matcher(dot > 0 ? name.substring(0, dot) : name).replaceAll("-");
        String trimmed = slug.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "logs" : trimmed;
    }

    /** Of a folder all objects of the same depths and endings, by date where their folders tell one. */
    private String path() {
        String base = files.path().toUri().getScheme() == null
                        || "file".equals(files.path().toUri().getScheme())
                ? files.path().toUri().getPath()
                : files.path().toString();
        if (!files.isFolder()) {
            return base;
        }
        Set<String> shapes = new TreeSet<>();
        files.objects().forEach(object -> shapes.add(shape(object)));
        return base + "/" + (shapes.size() == 1 ? shapes.iterator().next() : "**/*");
    }

    private static String shape(RawObject object) {
        List<String> names = Arrays.asList(object.name().split("/", -1));
        List<String> shape = new ArrayList<>();
        boolean dated = false;
        for (String folder : names.subList(0, names.size() - 1)) {
            boolean date = !dated && DATE.matcher(folder).matches();
            dated |= date;
            shape.add(date ? "{date}" : "*");
        }
        String file = names.get(names.size() - 1);
        int dot = file.indexOf('.', 1);
        shape.add(dot < 0 ? "*" : "*" + file.substring(dot));
        return String.join("/", shape);
    }

    private static String quoted(String path) {
        return "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
