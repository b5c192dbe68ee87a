package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** A word that stands where code has a type, a field or a class: {@code make(chan bool)}, {@code new(Nat)}, {@code Fields.word(}. */
final class CodeUse {
    private static final int REACH = 64;

    /** How far below its comment what it documents begins. */
    private static final int DOCUMENTED = 600;

    /** What code calls by these words and nobody is called alone. */
    private static final Set<String> TYPES =
            Phrases.of("elem|proto|conn|ver|stmt|ptr|promise|getter|setter|enumerator|asan|wasm|struct");

    /** Behind a field, its type; behind a type, what makes it one; behind a class, what is called of it. */
    private static final Pattern BEHIND = Pattern.compile(
            "[ \\t]+(u?int(8|16|32|64)?|float(32|64)|uintptr|bool|byte|rune|\\[[0-9]*\\][a-z]|Timespec|St[A-Z][a-z]+_t)\\b"
                    + "|[ \\t]+(struct|interface) \\{"
                    + "|[ \\t]+\\*[A-Z]"
                    + "|[ \\t]+string *[\\n`]"
                    + "|\\{"
                    + "|\\.[a-z][A-Za-z]*\\(([^a]|a[^t])");

    private static final Pattern SET = Pattern.compile(" = [^\\n;]*;");

    private static final Pattern PARAMETER = Pattern.compile("[(,] ?[a-z][A-Za-z]*$");

    private CodeUse() {}

    /** Whether the one word that stands between two indices of a text is one. */
    static boolean is(String text, int start, int end) {
        String word = text.substring(start, end);
        return TYPES.contains(word.toLowerCase(Locale.ROOT))
                || (end < text.length()
                        && " \t{.".indexOf(text.charAt(end)) >= 0
                        && BEHIND.matcher(behind(text, end)).lookingAt())
                || isSet(text, start, end)
                || isTypeOf(text, word, end)
                || isBetween(text, start, end)
                || isParameter(text, start, end)
                || isAsked(text, start, end)
                || isDocumented(text, word, start, end);
    }

    /** {@code Val = 0;} at the beginning of a line. */
    private static boolean isSet(String text, int start, int end) {
        int line = start;
        while (line > 0 && start - line < REACH && (text.charAt(line - 1) == ' ' || text.charAt(line - 1) == '\t')) {
            line--;
        }
        return (line == 0 || text.charAt(line - 1) == '\n')
                && SET.matcher(behind(text, end)).lookingAt();
    }

    private static String behind(String text, int end) {
        return text.substring(end, Math.min(text.length(), end + REACH));
    }

    /** {@code Chat chat,}: the variable is called as its type. */
    private static boolean isTypeOf(String text, String word, int end) {
        String variable = " " + word.toLowerCase(Locale.ROOT);
        int behind = end + variable.length();
        return text.startsWith(variable, end)
                && behind < text.length()
                && Character.isUpperCase(word.charAt(0))
                && ",);".indexOf(text.charAt(behind)) >= 0;
    }

    /** {@code new(Nat)}, {@code dyn_cast<Type>(Ty)}, {@code = Ty;}. */
    private static boolean isBetween(String text, int start, int end) {
        boolean closed =
                text.startsWith(")", end) && (text.startsWith("new(", start - 4) || text.startsWith(">(", start - 2));
        return closed || (text.startsWith("= ", start - 2) && text.startsWith(";", end));
    }

    /** The type of a parameter: func(s Conn). */
    private static boolean isParameter(String text, int start, int end) {
        return text.startsWith(") {", end)
                && start > 0
                && text.charAt(start - 1) == ' '
                && PARAMETER
                        .matcher(text.substring(Math.max(0, start - REACH), start - 1))
                        .find();
    }

    /** {@code if (anum && !bnum)}, {@code (bnum && !anum) ? 1}: in small letters within a condition. */
    private static boolean isAsked(String text, int start, int end) {
        boolean asked = text.startsWith(" && ", end) || text.startsWith(" || ", end) || text.startsWith(") ? ", end);
        boolean not = start > 0 && text.charAt(start - 1) == '!';
        return Character.isLowerCase(text.charAt(start)) && (asked || not);
    }

    /** A comment that begins with what is declared below it, as those of Go do: {@code // Len returns}. */
    private static boolean isDocumented(String text, String word, int start, int end) {
        boolean comment = text.startsWith("// ", start - 3) || text.startsWith("// A ", start - 5);
        if (!comment) {
            return false;
        }
        String below = text.substring(end, Math.min(text.length(), end + DOCUMENTED));
        return below.contains(" " + word + "(") || below.contains("type " + word + " ");
    }
}
