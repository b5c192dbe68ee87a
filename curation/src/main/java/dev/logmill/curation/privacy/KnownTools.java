package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Tool;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tools as they were redacted, since an agent offers the same ones in every call. What a tool becomes depends on the tool
 * alone, so remembering changes no result. Bounded, and not sent along to other machines.
 */
final class KnownTools implements Serializable {
    private static final int MOST = 512;

    /** A tool larger than this, in chars, is not kept. */
    private static final int LARGEST = 1 << 16;

    private transient @Nullable Map<Tool, Tool> known;

    /** What privacy makes of a tool that it sees for the first time. */
    interface Redacting {
        Tool redact(Tool tool) throws PrivacyFailure;
    }

    Tool redacted(Tool tool, Redacting redacting) throws PrivacyFailure {
        Map<Tool, Tool> tools = known;
        if (tools == null) {
            tools = new HashMap<>();
            known = tools;
        }
        Tool redacted = tools.get(tool);
        if (redacted == null) {
            redacted = redacting.redact(tool);
            if (size(tool) <= LARGEST) {
                if (tools.size() >= MOST) {
                    tools.clear();
                }
                tools.put(tool, redacted);
            }
        }
        return redacted;
    }

    private static int size(Tool tool) {
        return tool.name().length()
                + tool.description().map(String::length).orElse(0)
                + tool.parameters().map(String::length).orElse(0);
    }
}
