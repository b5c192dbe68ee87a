package dev.logmill.curation.privacy;

import dev.logmill.curation.json.KeyedDigest;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keyed names for people and sessions: HMAC-SHA-256 under the deployment's key, so that equal ids stay equal within it
 * and tell nothing outside. The version of the key is part of each name: {@code u1_...}.
 *
 * <p>An id is first brought to one form (NFKC, trimmed, and in lower case where it is a mail address).
 */
public final class Pseudonyms implements Serializable {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /** About two megabytes a task. */
    private static final long MOST_CHARS = 1_000_000;

    private final KeyedDigest key;
    private final int version;

    /** A row tells its ids and values several times over, and so do the rows of a session. */
    private transient @Nullable RecentTexts<String> recent;

    /** Names under a key of at least 16 bytes. */
    public Pseudonyms(byte[] key) {
        this(key, 1);
    }

    /**
     * The same, of a deployment that had other keys before.
     *
     * @param version which of its keys this is, from 1
     */
    public Pseudonyms(byte[] key, int version) {
        if (key.length < 16) {
            throw new IllegalArgumentException("The pseudonym key must have at least 16 bytes");
        }
        this.key = new KeyedDigest(key);
        this.version = version;
    }

    /** A person. */
    public Subject subject(String userId) {
        return new Subject(named("u", "user", form(userId)));
    }

    /** A session. */
    public String session(String sessionId) {
        return named("s", "session", form(sessionId));
    }

    /** What else must stay together. */
    public String group(String groupId) {
        return named("g", "group", form(groupId));
    }

    /** An id of a log that must not be kept as it is. */
    public String id(String id) {
        return named("i", "id", form(id));
    }

    /** Any text, exactly as it is. */
    public String key(String text) {
        return "k_" + name(26, "key", text);
    }

    /** A record, by the digest of its content. */
    public String record(String digest) {
        return "r_" + name(26, "record", digest);
    }

    /** A short mark of a value within a scope: the same value has the same mark there, and another one elsewhere. */
    public String mark(String scope, String type, String value) {
        String place = type + ' ' + scope;
        Optional<String> known = recent().of(value, place);
        if (known.isPresent()) {
            return known.get();
        }
        String mark = name(Placeholder.MARK_LETTERS, "mark", scope, type, value);
        recent().keep(value, place, mark);
        return mark;
    }

    /** What the key is known by, which tells nothing of it: the same key of the same version has the same one. */
    public String fingerprint() {
        return "k%d_%s".formatted(version, name(26, "fingerprint"));
    }

    /** The version stands in front, so that names under two keys are never taken for names under one. */
    private String named(String letter, String kind, String id) {
        Optional<String> known = recent().of(id, kind);
        if (known.isPresent()) {
            return known.get();
        }
        String named = letter + version + "_" + name(26, kind, id);
        recent().keep(id, kind, named);
        return named;
    }

    private RecentTexts<String> recent() {
        RecentTexts<String> known = recent;
        if (known == null) {
            known = new RecentTexts<>(MOST_CHARS);
            recent = known;
        }
        return known;
    }

    private static String form(String id) {
        String form = Normalizer.normalize(id, Normalizer.Form.NFKC).strip();
        return form.indexOf('@') >= 0 ? form.toLowerCase(Locale.ROOT) : form;
    }

    private String name(int letters, String... parts) {
        byte[] digest = key.of(parts);
        StringBuilder name = new StringBuilder(letters);
        int bits = 0;
        int held = 0;
        for (int i = 0; name.length() < letters; i++) {
            held = (held << 8) | (digest[i] & 0xff);
            bits += 8;
            while (bits >= 5 && name.length() < letters) {
                bits -= 5;
                name.append(ALPHABET.charAt((held >> bits) & 31));
            }
        }
        return name.toString();
    }
}
