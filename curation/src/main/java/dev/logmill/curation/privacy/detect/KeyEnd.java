package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a key names by its last words, in camelCase, snake_case or joined: customer_first_name and userFirstName are names,
 * homephone is a phone, shipping_zip a postal code. What stands before says whose it is.
 */
final class KeyEnd {
    private static final Pattern WORD_BOUND = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** Nobody but people have them. */
    private static final List<String> OF_PEOPLE = List.of(
            "firstname",
            "firstnames",
            "lastname",
            "lastnames",
            "surname",
            "surnames",
            "forename",
            "forenames",
            "givenname",
            "givennames",
            "familyname",
            "middlename",
            "maidenname",
            "vorname",
            "nachname");

    /** The same where they are a word of their own. */
    private static final Set<String> SHORT = Set.of("fname", "lname");

    /** Of these a name is what something is called, or says how to treat one. */
    private static final Set<String> OF_FORMS = Phrases.of(
            "field|fields|column|columns|col|label|placeholder|header|heading|title|error|message|template|variable|var|param"
                    + "|parameter|key|map|mapping|index|idx|regex|pattern|is|has|show|hide|require|required|allow|use|enable|include"
                    + "|sort|by|file|table|class|function|type|validate|format|get|set|num|max|min|missing|match");

    private static final Set<String> PHONES = Phrases.of("phone|mobile|cell|fax|telephone|phonenumber|mobilenumber"
            + "|cellphone|mobilephone|telephonenumber|phoneno|phonenum");

    /** Whose something is, or what it is for. */
    private static final List<String> WHOSE = List.of(
            "shipping",
            "billing",
            "mailing",
            "delivery",
            "residential",
            "residence",
            "permanent",
            "home",
            "work",
            "office",
            "business",
            "customer",
            "client",
            "patient",
            "member",
            "employee",
            "guest",
            "applicant",
            "recipient",
            "sender",
            "contact",
            "personal",
            "primary",
            "secondary",
            "alternate",
            "other",
            "mobile",
            "cell",
            "daytime",
            "evening",
            "day",
            "facsimile",
            "emergency");

    private static final int SHORTEST = 5;

    private KeyEnd() {}

    /** Whether the first, the last or another name of a person stands under a key, whoever's it is. */
    static boolean isName(String key) {
        String whole = withoutNumber(key);
        if (whole.length() < SHORTEST || !mayEnd(whole)) {
            return false;
        }
        String[] words = WORD_BOUND.split(whole, -1);
        for (String word : words) {
            if (OF_FORMS.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        String plain = Label.unmarked(whole.toLowerCase(Locale.ROOT));
        return SHORT.contains(words[words.length - 1].toLowerCase(Locale.ROOT))
                || OF_PEOPLE.stream().anyMatch(end -> plain.endsWith(end) && !isOfForm(plain, end));
    }

    /** The same of words that are joined: sortbylastname, labelfirstname. */
    private static boolean isOfForm(String plain, String end) {
        return OF_FORMS.contains(plain.substring(0, plain.length() - end.length()));
    }

    /** A key that is numbered, as of several it is: LASTNAME1, given_name_2. */
    private static String withoutNumber(String key) {
        int end = key.length();
        while (end > 0
                && (Letters.isDigit(key.charAt(end - 1)) || (end < key.length() && key.charAt(end - 1) == '_'))) {
            end--;
        }
        return key.substring(0, end);
    }

    /** Nearly no key ends as these do. */
    private static boolean mayEnd(String key) {
        int end = key.endsWith("s") ? key.length() - 1 : key.length();
        return key.regionMatches(true, end - 4, "name", 0, 4);
    }

    /** Whether a word, in small letters, is joined of whose it is and a phone: homephone, telephonenumber. */
    static boolean isPhone(String word) {
        return PHONES.contains(word) || PHONES.contains(withoutOwner(word));
    }

    /** A key in small letters and without marks, without whose it is in front; the key itself where that is not said. */
    static String withoutOwner(String plain) {
        for (String whose : WHOSE) {
            if (plain.startsWith(whose) && plain.length() > whose.length()) {
                return plain.substring(whose.length());
            }
        }
        return plain;
    }
}
