package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.privacy.detect.Letters;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether an object tells of somebody, so that its {@code name} is a person's though no list has it:
 * {@code {"name": "Rutendo Chigumba", "email": "rc@example.org"}}. Firms have mail and phones too, but names of other words.
 */
final class PersonBeside {
    /** A key under which two words that nobody knows are somebody, and words of English are not. */
    static final String LABEL = "guest";

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
            "cardnumber");

    private PersonBeside() {}

    /** Whether a label says no more than that something is called so. */
    static boolean isName(String label) {
        return label.equalsIgnoreCase("name");
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
}
