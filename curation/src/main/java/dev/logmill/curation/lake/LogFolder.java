package dev.logmill.curation.lake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What the names and the commits in a table's log tell, without its files: cheap enough to ask of every table each night. */
public final class LogFolder {
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

    private final FileSystem files;
    private final Path folder;
    private final String table;

    public LogFolder(Lake lake, String table) {
        this.folder = new Path(new Path(lake.folder(), table), "_delta_log");
        this.table = table;
        try {
            this.files = lake.storage().fileSystem(folder);
        } catch (IOException unreachable) {
            throw unreadable(unreachable);
        }
    }

    /** The version of the latest commit; -1 where there is none. */
    public long version() {
        try {
            FileStatus[] entries = files.exists(folder) ? files.listStatus(folder) : new FileStatus[0];
            return Arrays.stream(entries)
                    .map(entry -> COMMIT.matcher(entry.getPath().getName()))
                    .filter(name -> name.matches())
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(-1);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * Whether a table's rows at a version are those of an earlier one: all commits in between only rearranged them, or what
     * they changed was taken back. Where a commit cannot be looked at, they are not.
     */
    public boolean sameRows(long earlier, long later) {
        Set<String> added = new HashSet<>();
        Set<String> removed = new HashSet<>();
        for (long version = earlier + 1; version <= later; version++) {
            Optional<List<JsonNode>> actions = actions(version);
            if (actions.isEmpty()) {
                return false;
            }
            for (JsonNode action : actions.get()) {
                file(action.path("remove")).filter(file -> !added.remove(file)).ifPresent(removed::add);
                file(action.path("add")).filter(file -> !removed.remove(file)).ifPresent(added::add);
            }
        }
        return added.isEmpty() && removed.isEmpty();
    }

    /** The file whose rows an action adds or removes, and which of them are deleted; nothing where no row changes. */
    private static Optional<String> file(JsonNode action) {
        return action.isObject() && action.path("dataChange").asBoolean(true)
                ? Optional.of(action.path("path").asText() + action.path("deletionVector"))
                : Optional.empty();
    }

    private Optional<List<JsonNode>> actions(long version) {
        try {
            Optional<byte[]> commit = new AtomicFile(files, new Path(folder, "%020d.json".formatted(version))).read();
            if (commit.isEmpty()) {
                return Optional.empty();
            }
            List<JsonNode> actions = new ArrayList<>();
            for (String line : new String(commit.get(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    actions.add(Json.parse(line));
                }
            }
            return Optional.of(actions);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private LakeException unreadable(IOException cause) {
        return new LakeException("The log of table %s could not be read".formatted(table), cause);
    }
}
