package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a JSON key says of the text under it. The same few keys stand over most texts, so what was told of one is kept for the next
 * time; it depends on the key alone.
 */
final class Label {
    /** Keys that are kept; longer keys are not. */
    private static final int KEPT = 1024;

    private static final int LONGEST_KEPT = 64;

    private static final Set<String> SECRETS =
            Phrases.of("password|passwd|passphrase|passwort|pwd|secret|apikey|accesskey|secretkey"
                    + "|secretaccesskey|authtoken|accesstoken|refreshtoken|idtoken|clientsecret|privatekey"
                    + "|authorization|token|bearertoken|sessiontoken|connectionstring|awssecretaccesskey"
                    + "|webhooksecret|signingkey|encryptionkey|xapikey|xauthtoken|apitoken|bottoken|subscriptionkey"
                    + "|ocpapimsubscriptionkey|authkey|masterkey|pw|kennwort|motdepasse|mdp|contrase\u00f1a|contrasena|wachtwoord"
                    + "|secretstring|senha|has\u0142o|haslo|l\u00f6senord|losenord|adgangskode|heslo|\u015fifre|sifre");
    private static final Pattern WORD_BOUND = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** Each is whole once it is seen, and any thread would make the same: a race costs a little work and nothing else. */
    private static final Label[] RECENT = new Label[KEPT];

    private static final Label NONE = new Label("");

    private final String key;
    private final String plain;
    private final String folded;
    private final boolean secret;
    private final boolean phone;
    private final boolean person;
    private final boolean version;
    private final boolean placeOnEarth;
    private final Mentions mentions;

    private Label(String key) {
        this.key = key;
        String small = key.toLowerCase(Locale.ROOT);
        this.plain = unmarked(small);
        this.folded = unmarked(Folded.of(key));
        this.secret =
                SECRETS.contains(small.substring(small.lastIndexOf('.') + 1).replaceAll("[-_ ]", ""));
        this.phone = PhoneWords.isLabel(WORD_BOUND.split(key, -1));
        this.person = NameCues.isLabelWord(small) || KeyEnd.isName(key);
        this.placeOnEarth = CoordinatesDetector.isLabel(key);
        this.version = small.endsWith("version");
        // As it is and as the words that it is made of: sortCode, sort_code.
        this.mentions = Scan.of(
                        key + " " + String.join(" ", WORD_BOUND.split(key, -1)).toLowerCase(Locale.ROOT) + " ")
                .mentions();
    }

    /** A key without dashes, underscores, dots and spaces. */
    static String unmarked(String key) {
        StringBuilder unmarked = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '-' && c != '_' && c != '.' && c != ' ') {
                unmarked.append(c);
            }
        }
        return unmarked.length() == key.length() ? key : unmarked.toString();
    }

    /** What a key says; the empty one says nothing. */
    static Label of(String key) {
        if (key.isEmpty()) {
            return NONE;
        }
        if (key.length() > LONGEST_KEPT) {
            return new Label(key);
        }
        int place = (key.hashCode() ^ (key.hashCode() >>> 16)) & (KEPT - 1);
        Label known = RECENT[place];
        if (known == null || !known.key.equals(key)) {
            known = new Label(key);
            RECENT[place] = known;
        }
        return known;
    }

    /** The key in small letters without dashes, underscores, dots and spaces. */
    static String plain(String key) {
        return of(key).plain;
    }

    /** The same, {@linkplain Folded#of folded}. */
    static String folded(String key) {
        return of(key).folded;
    }

    /** Whether a password, a key or a token stands under it. */
    boolean isSecret() {
        return secret;
    }

    /** Whether a phone does. */
    boolean isPhone() {
        return phone;
    }

    /** Whether the name of a person does. */
    boolean isPerson() {
        return person;
    }

    /** Whether a version does, which looks like an address of the network. */
    boolean isVersion() {
        return version;
    }

    /** Whether latitude, longitude or both do. */
    boolean isPlaceOnEarth() {
        return placeOnEarth;
    }

    boolean isAbout(Topic topic) {
        return mentions.of(topic).count() > 0;
    }
}
