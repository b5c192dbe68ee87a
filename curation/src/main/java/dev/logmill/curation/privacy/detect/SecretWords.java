package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What tells that there may be a secret, in small letters: prefixes of issuers, names of secrets, options and commands. */
final class SecretWords {
    /** What a word tells. */
    enum Kind {
        /** A rule's prefix. */
        PREFIX,
        /** What secrets are called. */
        NAME,
        /** Where private keys in armour begin (RFC 7468). */
        ARMOUR,
        /** Where JSON web tokens begin (RFC 7519): a brace and a quote in base64. */
        TOKEN,
        /** Where the secret part of a bot's token begins. */
        BOT,
        /** What a login and a password are called. */
        PAIR,
        /** What the words that open a wallet are called. */
        PHRASE,
        /** The name of a header of cookies. */
        COOKIE,
        /** The option of a password or key. */
        OPTION,
        /** The option of a user with a password, as curl has it. */
        USER,
        /** What a line has in which a password stands that nothing calls so. */
        PLACE,
        /** What ids of sessions and signatures are called, with the sign that sets them. */
        SENT,
        /** What stands before one of the passwords that were spoken of. */
        ONE,
        /** A word that a key or token of machines may stand right behind. */
        KEY,
        /** A command that takes a password behind an option that means something else to others. */
        COMMAND
    }

    static final String ARMOUR = "-----begin ";
    static final String TOKEN = "eyj";

    private static final String OF_SSH = "sshpass -p";
    private static final String OPTIONS =
            OF_SSH + "|--password |--passwd |--passphrase |--pass |-storepass |-keypass |--token "
                    + "|--auth-token |--api-key |--api_key |--apikey |--secret |--secret-string |--client-secret |--client_secret |--db-pass |--db_pass "
                    + "|--db-password |--db_password |--secret-key |--secret_key |--secret-access-key |--aws-secret-access-key |--aws_secret_access_key ";

    private static final List<SecretRule.Marked> RULES = SecretRule.marked();
    private static final List<PasswordCommand> COMMANDS = List.of(PasswordCommand.values());
    private static final List<PasswordPlace> PLACES = List.of(PasswordPlace.values());
    private static final List<String> ALL = new ArrayList<>();
    private static final List<Kind> KINDS = new ArrayList<>();
    private static final int FIRST_NAME;
    private static final int FIRST_PLACE;
    private static final int FIRST_COMMAND;

    static {
        RULES.forEach(rule -> add(Kind.PREFIX, rule.prefix().toLowerCase(Locale.ROOT)));
        FIRST_NAME = ALL.size();
        SecretName.ALL.forEach(name -> add(Kind.NAME, name.marked()));
        add(Kind.ARMOUR, ARMOUR);
        add(Kind.TOKEN, TOKEN);
        add(Kind.BOT, BotToken.BEGIN);
        addAll(Kind.PAIR, SecretPair.CALLED);
        addAll(Kind.PHRASE, SeedPhrase.CALLED);
        add(Kind.COOKIE, "cookie");
        addAll(Kind.OPTION, OPTIONS);
        addAll(Kind.USER, " -u | -u|--user |--user=");
        addAll(Kind.SENT, SentToken.CALLED);
        addAll(Kind.ONE, SecretOne.CALLED);
        addAll(Kind.KEY, "^key$|^token$");
        FIRST_PLACE = ALL.size();
        PLACES.forEach(place -> add(Kind.PLACE, place.sign()));
        FIRST_COMMAND = ALL.size();
        COMMANDS.forEach(command -> add(Kind.COMMAND, command.marked()));
    }

    private SecretWords() {}

    private static void add(Kind kind, String word) {
        ALL.add(word);
        KINDS.add(kind);
    }

    private static void addAll(Kind kind, String words) {
        Phrases.of(words).forEach(word -> add(kind, word));
    }

    /** All of them, marked as {@link Keywords} understand them. */
    static List<String> all() {
        return ALL;
    }

    static Kind kind(int word) {
        return KINDS.get(word);
    }

    static SecretRule.Marked rule(int word) {
        return RULES.get(word);
    }

    static SecretName name(int word) {
        return SecretName.ALL.get(word - FIRST_NAME);
    }

    static PasswordPlace place(int word) {
        return PLACES.get(word - FIRST_PLACE);
    }

    static PasswordCommand command(int word) {
        return COMMANDS.get(word - FIRST_COMMAND);
    }

    /** Whether an option takes a key or a token, which is longer than most passwords. */
    static boolean isOfKey(int word) {
        String option = ALL.get(word);
        return option.contains("token") || option.contains("key ") || option.contains("secret");
    }

    /** Whether an option takes a password, however plain. */
    static boolean isOfSsh(int word) {
        return ALL.get(word).equals(OF_SSH);
    }
}
