package dev.logmill.jobs.line;

import dev.logmill.curation.ingest.Listing;
import dev.logmill.curation.ingest.ObjectNames;
import dev.logmill.curation.ingest.PathPattern;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.object.RawObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a source has no object up to a night, in a sentence: it may have written nothing yet, its path may be mistyped, or the
 * night may be.
 */
record Unmatched(Listing listing, ObjectNames names) {
    String told(SourceConfig source, LocalDate asOf) throws IOException {
        Optional<LocalDate> first = firstDay(source);
        if (first.isPresent()) {
            return "source %s: no object is of %s or before; the first that fits its path %s is of %s, and --as-of names the night"
                    .formatted(source.name(), asOf, source.pattern().written(), first.get());
        }
        return "source %s: no object fits its path %s; %s"
                .formatted(source.name(), source.pattern().written(), whatIsThere(source));
    }

    private Optional<LocalDate> firstDay(SourceConfig source) throws IOException {
        LocalDate[] first = {LocalDate.MAX};
        listing.objects(source.name(), source.pattern(), LocalDate.MAX, object -> object.date()
                .filter(first[0]::isAfter)
                .ifPresent(day -> first[0] = day));
        return Optional.of(first[0]).filter(day -> !day.equals(LocalDate.MAX));
    }

    private String whatIsThere(SourceConfig source) throws IOException {
        String base = source.pattern().base().isEmpty() ? "." : source.pattern().base();
        if (!listing.isFolder(base)) {
            return "there is no folder %s, and relative paths begin at the configuration's folder".formatted(base);
        }
        Optional<RawObject> other = listing.first(source.name(), PathPattern.of(base + "/**/*"));
        return other.map(object -> "in %s lie others, such as %s".formatted(base, names.shown(object)))
                .orElseGet(() -> "the folder %s holds no objects".formatted(base));
    }
}
