package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether what fills a field of markup is somebody's name, or a street and a number, and not what forms and code have there. */
final class FieldValue {
    private static final int MOST_WORDS = 4;

    /** Chars around a field in which others tell that it is of a person. */
    private static final int REACH = 300;

    /** What stands in fields that nobody filled; folded. */
    private static final Set<String> OF_FORMS = Phrases.of(
            "string|text|required|optional|enter|your|name|first|last|input|null|none|hidden|empty|value|field|varchar|char|example"
                    + "|unknown|missing|firstname|lastname|surname|given|family|middle|true|false|str|type|description|here|yes|no|given name|label"
                    + "|please|sample|default|column|object|any|placeholder|undefined|redacted|anonymous");

    /** What fields of people are called, and elements that hold them, in small letters behind a bracket or a space. */
    private static final Set<String> PERSONAL = Phrases.of(
            "<phone|<email|<mail|<birth|<dob|<dateofbirth|<surname|<firstname|<lastname|<first_name|<last_name|<gender|<ssn|<customer>|<customer |<patient>|<patient "
                    + "|<person>|<person |<contact>|<contact |<employee>|<employee |<passenger>|<guest>|<telephone|<mobile|<author>|<developer>| phone=| email=| mobile="
                    + "| telephone=| birthdate=| dob=| surname=| gender=|<recipient>|<member>|<applicant>");

    /** The same at the beginning of rows of two cells. */
    private static final List<String> IN_ROWS = List.of(
            "| phone |",
            "| email |",
            "| e-mail |",
            "| mobile |",
            "| address |",
            "| date of birth |",
            "| dob |",
            "| gender |");

    private static final Set<String> STREETS = Phrases.of(
            "street|streetaddress|streetname|address1|addressline1|addressline|streetline|strasse|stra\u00dfe|rue|calle|via|line1");

    private static final Pattern STREET =
            Pattern.compile("(?:[\\p{L}.'-]{2,} )+[0-9]{1,4} ?[a-zA-Z]?|[0-9]{1,5}[a-zA-Z]?(?: [\\p{L}.'-]{2,})+");

    private FieldValue() {}

    /** Whether it is a name, as the label of the field says it; what is called a name alone may be a thing's. */
    static boolean isName(String text, TableCell field, String value) {
        Words words = Words.of(value);
        if (!NameCues.isNameLike(value) || words.count() == 0 || words.count() > MOST_WORDS || !isWritten(words)) {
            return false;
        }
        if (Label.plain(field.column()).equals("name")) {
            return NameValue.areNamed(words, 0, words.count()) && isAmongPeople(text, field);
        }
        return NameCues.isLabel(field.column())
                || (NameValue.isUnder(field.column(), words) && isWithOtherPart(text, field));
    }

    /** Letters have a family as well: a given name or a role must be beside, unless the field is that of a role itself. */
    private static boolean isWithOtherPart(String text, TableCell field) {
        return switch (Label.plain(field.column())) {
            case "family", "last" ->
                near(text, field).contains("given") || near(text, field).contains("first");
            case "given", "first" ->
                near(text, field).contains("family") || near(text, field).contains("last");
            default -> true;
        };
    }

    private static boolean isWritten(Words words) {
        for (int word = 0; word < words.count(); word++) {
            if (OF_FORMS.contains(words.folded(word)) || words.is(word, Lexicon.ORGANISATION)) {
                return false;
            }
        }
        return words.isCapital(0) && Character.isLetter(words.folded(0).charAt(0));
    }

    private static boolean isAmongPeople(String text, TableCell field) {
        String near = near(text, field);
        return PERSONAL.stream().anyMatch(near::contains) || IN_ROWS.stream().anyMatch(near::contains);
    }

    private static String near(String text, TableCell field) {
        return text.substring(Math.max(0, field.start() - REACH), Math.min(text.length(), field.end() + REACH))
                .toLowerCase(Locale.ROOT);
    }

    /** Words with a capital and a number: Conifer Grove 41. */
    static boolean isStreet(String column, String value) {
        return STREETS.contains(Label.folded(column))
                && value.chars().anyMatch(Character::isUpperCase)
                && STREET.matches(value);
    }
}
