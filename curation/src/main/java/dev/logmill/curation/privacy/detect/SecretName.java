package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a secret is called.
 *
 * @param marked in small letters, marked as {@link Keywords} understand it
 */
record SecretName(String marked, Form form) {
    /** What stands behind a name. */
    enum Form {
        /** What people choose: a few chars are one. */
        CHOSEN,
        /** What looks random. */
        RANDOM,
        /** What machines make, behind a word that is common elsewhere. */
        MADE,
        /** What a maker of software prints on what it sells. */
        GROUPED,
        /** A scheme and what is sent (RFC 9110). */
        HEADER,
        /** What is sent, at once. */
        SCHEME
    }

    private static final String CHOSEN = "password|passwd|passphrase|passwort|kennwort|pwd|pass|^pw$|mot de passe|^mdp$"
            + "|contrase\u00f1a|contrasena|contrasenya|clave de acceso|^la clave$|^mi clave$|^tu clave$|^su clave$|^nueva clave$|^senha$|palavra-passe|palavra passe|^parola$|wachtwoord"
            + "|l\u00f6senord|losenord|adgangskode|kodeord|^passord|salasana|^has\u0142o$|^haslo$|^heslo$|^jelsz\u00f3|^lozinka$"
            + "|^\u015fifre|^sifre$|kata sandi|security answer|security_answer|securityanswer|secret answer"
            + "|^wifi key$|^wi-fi key$|^wlan key$|^wlan-key$|^wlan-schl\u00fcssel$|^wlan schl\u00fcssel$|^wlan-code$|^wifi code$|^wifi-code$|^cl\u00e9 wifi$|^cl\u00e9 wi-fi$"
            + "|^wep key$|^wep-key$|^wpa key$|^wpa-key$|^wpa2 key$|^wpa3 key$|^pre-shared key$|^preshared key$|^psk$"
            + "|^clave wifi$|^clave del wifi$|^chiave wifi$|^wifi-sleutel$|^chave wifi$|^chave do wifi$|^network key$|^klucz wifi$";

    private static final String RANDOM =
            "secret|api_key|apikey|api-key|api key|access key|secret key|access_key|accesskey"
                    + "|subscription-key|subscription_key|subscriptionkey|application-key|functions-key|rapidapi-key|app_key|app-key"
                    + "|appkey|master_key|master-key|signing_key|signing key|encryption_key|encryption key|auth_key|auth-key|auth_token"
                    + "|authtoken|access_token|accesstoken|refresh_token|client_secret|private_key|credential";

    private static final String MADE =
            "auth token|api token|bot token|bearer token|access token|refresh token|session token|security token"
                    + "|personal token|deploy token|authorization token|authentication token|-token$|_token$|amz-signature|goog-signature";

    private static final String GROUPED =
            "license key|licence key|license_key|licensekey|product key|product_key|productkey|activation key"
                    + "|activation code|serial key|registration key|cd key|cd-key|lizenzschl\u00fcssel|cl\u00e9 de licence|cl\u00e9 de produit"
                    + "|clave de licencia|clave de producto|chiave di licenza|licentiesleutel";

    private static final List<String> OF_PAGES =
            List.of("page", "next", "sync", "cursor", "continuation", "delta", "pagination", "request", "idempotency");

    private static final int LONGEST_BEFORE = 16;

    /** All of them. */
    static final List<SecretName> ALL = new ArrayList<>();

    static {
        add(Form.CHOSEN, CHOSEN);
        add(Form.RANDOM, RANDOM);
        add(Form.MADE, MADE);
        add(Form.GROUPED, GROUPED);
        add(Form.HEADER, "authorization");
        add(Form.SCHEME, "bearer |basic ");
    }

    private static void add(Form form, String names) {
        Phrases.of(names).forEach(name -> ALL.add(new SecretName(name, form)));
    }

    boolean isChosen() {
        return form == Form.CHOSEN;
    }

    /** Whether a value may be one behind it; {@code quoted} says that it begins and ends where it must. */
    boolean isOf(String value, boolean quoted) {
        return switch (form) {
            case GROUPED -> GroupedKey.is(value);
            case MADE -> SecretToken.isMade(value) || (quoted && SecretToken.isShort(value));
            case HEADER -> SecretValue.isOne(value, false, quoted) && !SecretValue.isOfAlgorithm(value);
            case CHOSEN -> SecretValue.isOne(value, true, quoted);
            case RANDOM, SCHEME -> SecretValue.isOne(value, false, quoted);
        };
    }

    /** Whether a value may be one right behind it, with nothing that sets it. */
    boolean mayStandBefore(String value) {
        if (form == Form.GROUPED) {
            return GroupedKey.is(value);
        }
        return marked.equals("secret")
                ? SecretValue.isKey(value) || SecretValue.isSeed(value)
                : (form == Form.MADE || marked.equals("apikey"))
                        && SecretToken.isMade(value)
                        && !SecretForm.beginsToken(value);
    }

    /** Whether it is a key or a secret of machines, behind which in a sentence some words may stand before it. */
    boolean isOfMachines() {
        return form == Form.RANDOM || form == Form.MADE;
    }

    /** Whether it is a word of its own and goes on in no other, as a part of which it says nothing: pass, in passenger. */
    boolean isWhole() {
        return marked.equals("pass");
    }

    /** Whether it stands for so many other things that only what is written as passwords are counts: pw. */
    boolean isShort() {
        return marked.equals("^pw$");
    }

    /** Whether it is a word for words, or for any key, as well: parola in Italian, clave in Spanish. */
    boolean isWordToo() {
        return marked.equals("^parola$") || marked.endsWith(" clave$");
    }

    /** Whether shells call the folder so that they work in: PWD, OLDPWD. */
    boolean isFolder() {
        return marked.equals("pwd");
    }

    /** Whether the one that ends at an index is that of a header that is sent: {@code X-Auth-Token: ...}. */
    boolean isHeader(String text, int end) {
        return marked.equals("-token$") && text.startsWith(": ", end);
    }

    /** Whether it is the token of the next page of a list, which opens nothing: nextPageToken, sync_token. */
    boolean isOfPages(String text, int end) {
        int start = Math.max(0, end - length() - LONGEST_BEFORE);
        String before =
                form == Form.MADE ? text.substring(start, end - length()).toLowerCase(Locale.ROOT) : "";
        return OF_PAGES.stream().anyMatch(word -> before.endsWith(word) || before.endsWith(word + "_"));
    }

    /** Chars of it. */
    int length() {
        return Keywords.plain(marked).length();
    }
}
