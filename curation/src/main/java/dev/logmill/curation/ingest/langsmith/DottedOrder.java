package dev.logmill.curation.ingest.langsmith;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LangSmith's {@code dotted_order}: the runs from the trace's root to this one, each as its start and its id,
 * {@code 20241011T205824544431Z<uuid>}, with dots between.
 */
record DottedOrder(List<String> ids) {
    private static final Pattern RUN = Pattern.compile("\\d{8}T\\d{12,}Z(.+)");

    static DottedOrder of(String written) {
        return new DottedOrder(Pattern.compile("\\.")
                .splitAsStream(written)
                .map(RUN::matcher)
                .filter(Matcher::matches)
                .map(run -> run.group(1))
                .toList());
    }

    Optional<String> root() {
        return ids.stream().findFirst();
    }

    Optional<String> parent() {
        return ids.size() < 2 ? Optional.empty() : Optional.of(ids.get(ids.size() - 2));
    }
}
