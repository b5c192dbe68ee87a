package dev.logmill.curation.privacy;

import java.util.Locale;
import java.util.Set;

/**
 * The JSON keys of attributes and request parameters whose value names a person, and so becomes a pseudonym.
 *
 * <p>Case, underscores and dashes do not matter: {@code userId}, {@code user_id} and {@code USER-ID} are one key. A dotted
 * key counts by its last name or its last two: {@code metadata.user_id}, {@code enduser.id}. What stands before does not matter
 * either, {@code langfuse_user_id}, {@code x-user-id}, {@code auth_user}; what stands behind does: {@code user_agent} and
 * {@code end_user_count} name nobody. Below {@code user} and the like,
 * {@code id}, {@code name} and {@code login} name the person too; {@code x-session-id} and the like name a session. A key of an application or of an organisation, such as
 * {@code client_id} or {@code account_id}, names nobody.
 */
final class UserKeys {
    private static final Set<String> PEOPLE =
            Set.of("user", "enduser", "customer", "person", "member", "caller", "requester", "employee", "patient");

    /** People whose ids name them; by the word alone frameworks call an agent, too. */
    private static final Set<String> NAMED_BY_ID =
            Set.of("author", "contact", "guest", "student", "subscriber", "visitor");

    private static final Set<String> ID_WORDS = Set.of(
            "id", "ids", "uid", "uuid", "guid", "identifier", "key", "login", "name", "names", "no", "nr", "number");

    private static final Set<String> KEYS = Set.of(
            "safetyidentifier",
            "promptcachekey",
            "distinctid",
            "login",
            "loginid",
            "loginname",
            "userapikeyalias",
            "userprincipalname",
            "users");
    private static final Set<String> SESSIONS = Set.of("session", "conversationid", "threadid", "chatid");
    private static final Set<String> OF_A_PERSON = Set.of(
            "id",
            "uid",
            "uuid",
            "identifier",
            "identity",
            "sub",
            "name",
            "login",
            "username",
            "displayname",
            "fullname",
            "firstname",
            "lastname",
            "givenname",
            "familyname",
            "nickname",
            "handle");

    /** What before {@code user} makes it a count of users or what one of them said. */
    private static final Set<String> OF_NOBODY = Set.of(
            "per",
            "num",
            "max",
            "total",
            "tokens",
            "cost",
            "is",
            "has",
            "prompt",
            "message",
            "input",
            "text",
            "content",
            "template",
            "role");

    private UserKeys() {}

    /** Whether the value under a key names a person. */
    static boolean names(String key) {
        String last = last(key);
        String plain = plain(last);
        return isPersonWord(last, plain)
                || KEYS.contains(plain)
                || isId(plain)
                || isWithin(key.substring(0, key.length() - last.length()), plain);
    }

    /** Whether it is what people are called and a word for an id: user, customer_id, langfuse_user_id. */
    private static boolean isId(String plain) {
        for (String id : ID_WORDS) {
            if (plain.endsWith(id)) {
                String owner = plain.substring(0, plain.length() - id.length());
                if (PEOPLE.stream().anyMatch(owner::endsWith) || NAMED_BY_ID.contains(owner)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the last name of a key names somebody by what stands before it, which ends with a dot where there is any. */
    private static boolean isWithin(String before, String last) {
        if (before.isEmpty()) {
            return false;
        }
        String outer = before.substring(0, before.length() - 1);
        return (isPerson(outer) && OF_A_PERSON.contains(last))
                // OpenTelemetry's resource: who the process runs as. Mastra's resource: whose memory it is.
                || (last.equals("owner") && outer.endsWith("process"))
                || (last.equals("resourceid") && outer.startsWith("mastra"));
    }

    /** Whether the value under a key names a session. */
    static boolean isSession(String key) {
        String last = plain(last(key));
        return SESSIONS.contains(last) || last.endsWith("sessionid");
    }

    /** Whether the value under a key names a machine, which people call after themselves. */
    static boolean isMachine(String key) {
        String last = plain(last(key));
        return last.equals("hostname")
                || last.equals("computername")
                || last.equals("machinename")
                || key.equals("host.name")
                || (key.endsWith(".host.name") && !key.endsWith("net.host.name"));
    }

    /** Whether an object under this key tells of a person. */
    static boolean isPerson(String key) {
        String last = last(key);
        return isPersonWord(last, plain(last));
    }

    /** Whether a key within such an object names the person. */
    static boolean namesWithinPerson(String key) {
        return OF_A_PERSON.contains(plain(key));
    }

    /** Whether a name of a key is, or ends with, what people are called. */
    private static boolean isPersonWord(String last, String plain) {
        if (PEOPLE.contains(plain)) {
            return true;
        }
        for (String person : PEOPLE) {
            int start = last.length() - person.length();
            if (plain.endsWith(person) && start > 0 && beginsWord(last, start)) {
                return !OF_NOBODY.contains(wordBefore(last, start));
            }
        }
        return false;
    }

    private static boolean beginsWord(String key, int start) {
        char before = key.charAt(start - 1);
        return isMark(before) || (Character.isUpperCase(key.charAt(start)) && Character.isLowerCase(before));
    }

    /** The word that ends before an index, or before a mark there, in small letters. */
    private static String wordBefore(String key, int index) {
        int end = isMark(key.charAt(index - 1)) ? index - 1 : index;
        int start = end;
        while (start > 0 && !isMark(key.charAt(start - 1)) && (start == end || !beginsWord(key, start))) {
            start--;
        }
        return key.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isMark(char c) {
        return c == '_' || c == '-' || c == ' ';
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }
}
