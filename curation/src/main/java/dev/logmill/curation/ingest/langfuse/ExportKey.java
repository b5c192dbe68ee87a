package dev.logmill.curation.ingest.langfuse;

import dev.logmill.curation.ingest.IsoTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The name of an object of the blob export: {@code PREFIX/FOLDER/2026-10-12T02-00-00.parquet}.
 *
 * @param prefix up to the folder, with the slash at its end; empty where nothing is before it
 * @param run the end of the run's window, cut to the second, as the name has it
 * @param time the same
 * @param file the name within the folder
 * @see <a href="https://langfuse.com/docs/api-and-data-platform/features/export-to-blob-storage">Langfuse, export to blob
 *     storage</a>
 */
record ExportKey(String prefix, String folder, String run, Instant time, String file) {
    private static final Set<String> FOLDERS =
            Set.of("observations_v2", "observations", "traces", "scores", "manifests");
    private static final int STEM = "2026-10-12T02-00-00".length();
    private static final int DAY = "2026-10-12".length();

    static Optional<ExportKey> of(String name) {
        int file = name.lastIndexOf('/') + 1;
        int folder = name.lastIndexOf('/', file - 2) + 1;
        String within = name.substring(file);
        if (file == 0 || within.length() <= STEM || within.charAt(STEM) != '.') {
            return Optional.empty();
        }
        String inside = name.substring(folder, file - 1);
        String run = within.substring(0, STEM);
        return FOLDERS.contains(inside)
                ? IsoTime.parse(run.substring(0, DAY) + run.substring(DAY).replace('-', ':') + "Z")
                        .map(time -> new ExportKey(name.substring(0, folder), inside, run, time, within))
                : Optional.empty();
    }

    String name() {
        return prefix + folder + "/" + file;
    }

    LocalDate day() {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    boolean isManifest() {
        return folder.equals("manifests");
    }

    boolean isEnriched() {
        return folder.equals("observations_v2");
    }

    boolean isLegacy() {
        return folder.equals("observations") || folder.equals("traces");
    }
}
