package dev.logmill.curation.trace;

import dev.logmill.curation.json.Digest;

/**
 * An id for what a log gives none: a digest of its content, so that the same content has the same id wherever it lies.
 *
 * <p>Privacy puts a keyed name in its place before it is stored: whoever knows all of a content but its user could try
 * users out on a plain digest.
 */
public final class MadeId {
    private static final String MARK = "~";
    private static final int LENGTH = 33;

    private MadeId() {}

    /** The id of a content. */
    public static String of(String... content) {
        return MARK + Digest.of(content).id();
    }

    /** Whether an id is one of these, or is made from one. */
    public static boolean is(String id) {
        return id.startsWith(MARK) && id.length() >= LENGTH;
    }
}
