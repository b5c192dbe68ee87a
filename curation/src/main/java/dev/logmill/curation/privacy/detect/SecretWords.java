package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What tells that there may be a secret, in small letters: prefixes of issuers, names of secrets, armour, tokens. */
final class SecretWords {
    /** Private keys in armour begin so (RFC 7468). */
    static final String ARMOUR = "-----begin ";

    /** JSON web tokens begin so (RFC 7519): a brace and a quote in base64. */
    static final String TOKEN = "eyj";

    private static final List<String> NAMES = List.of(
            "password",
            "passwd",
            "passphrase",
            "passwort",
            "kennwort",
            "pwd",
            "pass",
            "^pw$",
            "mot de passe",
            "contraseña",
            "contrasena",
            "^senha$",
            "wachtwoord",
            "secret",
            "api_key",
            "apikey",
            "api-key",
            "api key",
            "access key",
            "secret key",
            "access_key",
            "accesskey",
            "auth_token",
            "authtoken",
            "access_token",
            "accesstoken",
            "refresh_token",
            "client_secret",
            "private_key",
            "credential",
            "security answer",
            "security_answer",
            "securityanswer",
            "secret answer",
            "bearer ",
            "basic ");

    /** Of these a few chars are one; of the others only what looks random is. */
    private static final Set<String> CHOSEN = Phrases.of(
            "password|passwd|passphrase|passwort|kennwort|pwd|pass|^pw$|mot de passe|contraseña|contrasena|^senha$"
                    + "|wachtwoord|security answer|security_answer|securityanswer|secret answer");

    /** Behind these stands a header of cookies, and a user with a password, as for curl; and a password, as for ssh. */
    private static final List<String> OTHERS = List.of("cookie", "sshpass -p", " -u ", " -u", "--user ", "--user=");

    private static final List<SecretRule> RULES = List.of(SecretRule.values());
    private static final int FIRST_NAME = RULES.size();
    private static final int AT_ARMOUR = FIRST_NAME + NAMES.size();

    private SecretWords() {}

    /** All of them: the rules' prefixes, the names, armour, the token, the others. */
    static List<String> all() {
        List<String> all = new ArrayList<>(SecretRule.prefixes());
        all.addAll(NAMES);
        all.add(ARMOUR);
        all.add(TOKEN);
        all.addAll(OTHERS);
        return all;
    }

    /** Whether it is a rule's prefix. */
    static boolean isPrefix(int word) {
        return word < FIRST_NAME;
    }

    /** Whether it is the name of a secret. */
    static boolean isName(int word) {
        return word >= FIRST_NAME && word < AT_ARMOUR;
    }

    static boolean isArmour(int word) {
        return word == AT_ARMOUR;
    }

    static boolean isToken(int word) {
        return word == AT_ARMOUR + 1;
    }

    /** Whether it names cookies. */
    static boolean isCookie(int word) {
        return word == AT_ARMOUR + 2;
    }

    /** Whether it is the option of a password: sshpass -p. */
    static boolean isPasswordOption(int word) {
        return word == AT_ARMOUR + 3;
    }

    /** Whether what looks random may stand right behind it, with nothing that sets it. */
    static boolean isSecret(int name) {
        return NAMES.get(name - FIRST_NAME).equals("secret");
    }

    /** Whether it is a word of its own and goes on in no other, as a part of which it says nothing: pass, in passenger. */
    static boolean isWhole(int name) {
        return NAMES.get(name - FIRST_NAME).equals("pass");
    }

    /** Whether it stands for so many other things that only what is written as passwords are counts: pw. */
    static boolean isShort(int name) {
        return NAMES.get(name - FIRST_NAME).equals("^pw$");
    }

    /** Whether shells call the folder so that they work in: PWD, OLDPWD. */
    static boolean isFolder(int name) {
        return NAMES.get(name - FIRST_NAME).equals("pwd");
    }

    static SecretRule rule(int prefix) {
        return RULES.get(prefix);
    }

    /** Whether people choose what it names, and so it need not look random. */
    static boolean isChosen(int name) {
        return CHOSEN.contains(NAMES.get(name - FIRST_NAME));
    }

    /** Chars of the name of a secret. */
    static int length(int name) {
        return Keywords.plain(NAMES.get(name - FIRST_NAME)).length();
    }

    /** Whether it is a scheme of authorization (RFC 9110), behind which the secret stands at once. */
    static boolean isScheme(int name) {
        return NAMES.get(name - FIRST_NAME).endsWith(" ");
    }
}
