package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of a table's columns, and what each says of the cells below it. */
public final class TableHeader {
    /** Two columns of one thing are no table. */
    private static final int LEAST = 2;

    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 4;

    /** Above what a table tells of columns, fields or options, whose cells are names of columns themselves. */
    private static final Set<String> OF_SCHEMAS = Phrases.of(
            "type|nullable|required|string|varchar|datatype|field|column|default|constraint|integer|int|text|boolean|bool");

    /** Who has one of them is a person. */
    private static final Set<String> OF_PEOPLE = Phrases.of(
            "email|mail|emailaddress|dob|ssn|gender|sex|passport|passportnumber|patientid|memberid|employeeid|studentid|mrn");

    /** The same of what no firm has. */
    private static final Set<String> OF_NOBODY_ELSE =
            Phrases.of("dob|birthdate|birthday|dateofbirth|ssn|gender|sex|passport"
                    + "|passportnumber|patientid|memberid|employeeid|studentid|mrn");

    /** What stands where nothing is known. */
    private static final Set<String> EMPTY = Phrases.of(
            "null|none|nan|n/a|na|nil|-|--|...|?|true|false|yes|no|unknown|missing|(null)|<null>|redacted|string|example|xxx|tbd");

    /** What a sentence or a line of code begins with, and no column. */
    private static final Set<String> OF_SENTENCES = Phrases.of(
            "select|return|import|from|insert|for|def|and|or|please|with|by|in|the|your|my|a|an|if|as|to"
                    + "|let|const|var|val|set|where|order|group|on|is|are|i|we|you|he|she|it|this|that|use|add|give|tell");

    /** Under it a name is looked for by what names are, as those of firms may stand there too. */
    private static final String SOMEBODY = "passenger";

    private final List<String> columns;
    private final boolean people;
    private final boolean alone;

    private TableHeader(List<String> columns) {
        this.columns = columns;
        this.people = columns.stream().anyMatch(TableHeader::isOfPeople);
        this.alone = columns.stream().anyMatch(name -> OF_NOBODY_ELSE.contains(Label.plain(name)));
    }

    /** One of these names; of none where they do not all name columns, or none of them tells of people. */
    public static TableHeader of(List<String> names) {
        boolean header = names.size() >= LEAST
                && names.stream().allMatch(TableHeader::isName)
                && names.stream().noneMatch(name -> OF_SCHEMAS.contains(name.toLowerCase(Locale.ROOT)));
        TableHeader known = new TableHeader(header ? List.copyOf(names) : List.of());
        return known.hasKnown() ? known : new TableHeader(List.of());
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    public int size() {
        return columns.size();
    }

    /** Whether a cell is the name of a column that tells of people: its table is one of columns. */
    static boolean isColumn(String cell) {
        return Label.of(cell).isPerson() || isOfPeople(cell);
    }

    /** Whether a cell says nothing. */
    public static boolean isNothing(String cell) {
        return cell.isBlank() || EMPTY.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** What stands in a column, as a JSON key says it; empty where it is nothing of people. */
    public String label(int column) {
        String name = columns.get(column);
        String plain = Label.plain(name);
        if (plain.equals("name") || plain.equals("names")) {
            return alone ? "fullname" : people ? SOMEBODY : "";
        }
        Label label = Label.of(name);
        if (StreetWords.isLabel(name)) {
            return people ? name : "";
        }
        boolean known = label.isPerson()
                || NameValue.isColumn(plain)
                || label.isPhone()
                || isPassword(plain, label)
                || isOfPeople(name)
                || isLogin(plain)
                || label.isAbout(Topic.BIRTH)
                || label.isAbout(Topic.CALLED_ID)
                || label.isAbout(Topic.NATIONAL_ID);
        return known ? name : "";
    }

    private boolean hasKnown() {
        for (int column = 0; column < columns.size(); column++) {
            if (!label(column).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Tokens and keys are columns of many tables of models and data. */
    private static boolean isPassword(String plain, Label label) {
        return label.isSecret() && (plain.startsWith("pass") || plain.equals("pwd"));
    }

    private static boolean isLogin(String plain) {
        return plain.equals("username") || plain.equals("login");
    }

    private static boolean isOfPeople(String name) {
        Label label = Label.of(name);
        return OF_PEOPLE.contains(Label.plain(name))
                || label.isPhone()
                || label.isPerson()
                || isBirth(Label.plain(name));
    }

    private static boolean isBirth(String plain) {
        return plain.startsWith("birthd") || plain.equals("dateofbirth");
    }

    /** "Your name", "SELECT name": a sentence or a statement. */
    private static boolean isSaid(String name) {
        int end = name.indexOf(' ');
        return end > 0 && OF_SENTENCES.contains(name.substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** user(name) is a call, and names(s) are names. */
    private static boolean isCall(String name, int index) {
        return name.charAt(index) == '('
                && index > 0
                && Character.isLetter(name.charAt(index - 1))
                && !name.startsWith("(s)", index);
    }

    private static boolean isName(String name) {
        if (name.isEmpty()) {
            return true;
        }
        int words = 1;
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            letter |= Character.isLetter(c);
            words += c == ' ' ? 1 : 0;
            if ((!Character.isLetterOrDigit(c) && " _-/#().".indexOf(c) < 0) || isCall(name, i)) {
                return false;
            }
        }
        boolean code = words > 1 && name.indexOf('_') >= 0;
        return letter
                && !code
                && !isSaid(name)
                && name.length() <= LONGEST
                && words <= MOST_WORDS
                && !name.endsWith(".");
    }
}
