package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.privacy.detect.GivenAndFamily;
import dev.logmill.curation.privacy.detect.Letters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether an object tells of somebody, so that its {@code name} is a person's though no list has it:
 * {@code {"name": "Rutendo Chigumba", "email": "rc@example.org"}}. Firms have mail and phones too, but names of other words.
 */
final class PersonBeside {
    /** A key under which two words that nobody knows are somebody, and words of English are not. */
    private static final String LABEL = "guest";

    /** A key under which anything is somebody but words of English of which none is a name. */
    private static final String SHOWN = "member_name";

    private static final Set<String> TOLD = Set.of(
            "email",
            "emailaddress",
            "mail",
            "phone",
            "phonenumber",
            "mobile",
            "mobilenumber",
            "cell",
            "cellphone",
            "telephone",
            "tel",
            "dob",
            "dateofbirth",
            "birthdate",
            "birthday",
            "age",
            "gender",
            "ssn",
            "passport",
            "passportnumber",
            "nationality",
            "cardnumber",
            "employeeid",
            "employeenumber",
            "salary",
            "annualsalary",
            "hiredate",
            "jobtitle",
            "occupation",
            "patientid",
            "studentid",
            "memberid");

    private PersonBeside() {}

    /** Whether a label says no more than that something is called so, or is shown as. */
    static boolean isName(String label) {
        return label.equalsIgnoreCase("name") || isShown(label);
    }

    private static boolean isShown(String label) {
        return label.equalsIgnoreCase("displayname") || label.equalsIgnoreCase("display_name");
    }

    /** The key that such a name is looked at under where the object tells of somebody. */
    static String label(String name) {
        return isShown(name) ? SHOWN : LABEL;
    }

    /** Whether what stands under a key is told of people. */
    static boolean tells(String key) {
        StringBuilder letters = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if (Letters.isAsciiLetter(key.charAt(i))) {
                letters.append(key.charAt(i));
            }
        }
        return TOLD.contains(letters.toString().toLowerCase(Locale.ROOT));
    }

    /** Whether any field of an object is, and holds something. */
    static boolean isIn(JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (tells(field.getKey())
                    && !field.getValue().isNull()
                    && !field.getValue().asText("-").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an object has the given name and the surname of somebody side by side: see {@link GivenAndFamily}. */
    static boolean areParts(JsonNode object) {
        Map<String, String> parts = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (GivenAndFamily.isPart(field.getKey())) {
                JsonNode value = field.getValue().isArray() ? field.getValue().path(0) : field.getValue();
                if (value.isTextual()) {
                    parts.put(field.getKey().toLowerCase(Locale.ROOT), value.textValue());
                }
            }
        }
        return parts.size() > 1 && GivenAndFamily.areIn(parts, isIn(object));
    }
}
