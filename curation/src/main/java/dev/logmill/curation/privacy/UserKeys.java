package dev.logmill.curation.privacy;

import java.util.Locale;
import java.util.Set;

/**
 * The JSON keys of attributes and request parameters whose value names a person, and so becomes a pseudonym.
 *
 * <p>Case, underscores and dashes do not matter: {@code userId}, {@code user_id} and {@code USER-ID} are one key. A dotted
 * key counts by its last name or its last two: {@code metadata.user_id}, {@code enduser.id}. Below {@code user} and the like,
 * {@code id}, {@code name} and {@code login} name the person too; {@code x-session-id} and the like name a session. A key of an application or of an organisation, such as
 * {@code client_id} or {@code account_id}, names nobody.
 */
final class UserKeys {
    private static final Set<String> PEOPLE =
            Set.of("user", "enduser", "customer", "person", "member", "caller", "requester");
    private static final Set<String> KEYS = Set.of(
            "userid",
            "userids",
            "useruuid",
            "userkey",
            "username",
            "userlogin",
            "enduserid",
            "enduserids",
            "customerid",
            "customerids",
            "customername",
            "externaluserid",
            "externalcustomerid",
            "safetyidentifier",
            "promptcachekey",
            "distinctid",
            "personid",
            "memberid",
            "callerid",
            "requesterid",
            "users");
    private static final Set<String> SESSIONS = Set.of("session", "conversationid", "threadid", "chatid");
    private static final Set<String> OF_A_PERSON = Set.of("id", "uid", "uuid", "name", "login", "username");

    private UserKeys() {}

    /** Whether the value under a key names a person. */
    static boolean names(String key) {
        String[] path = key.split("\\.", -1);
        String last = plain(path[path.length - 1]);
        boolean nested = path.length > 1 && isPerson(path[path.length - 2]) && OF_A_PERSON.contains(last);
        return nested || PEOPLE.contains(last) || KEYS.contains(last);
    }

    /** Whether the value under a key names a session. */
    static boolean isSession(String key) {
        String last = plain(key.substring(key.lastIndexOf('.') + 1));
        return SESSIONS.contains(last) || last.endsWith("sessionid");
    }

    /** Whether an object under this key tells of a person. */
    static boolean isPerson(String key) {
        return PEOPLE.contains(plain(key.substring(key.lastIndexOf('.') + 1)));
    }

    /** Whether a key within such an object names the person. */
    static boolean namesWithinPerson(String key) {
        return OF_A_PERSON.contains(plain(key));
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }
}
