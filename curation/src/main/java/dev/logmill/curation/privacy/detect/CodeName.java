package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Words of code that are somebody's name elsewhere: what is declared or set, the value of an option, a class of exceptions. */
final class CodeName {
    private static final int REACH = 24;

    /** What declares a name, where a mark of code is behind it; in prose none is. */
    private static final Set<String> DECLARING =
            Set.of("const", "let", "var", "val", "final", "auto", "extern", "static");

    /** What a variable is of, where a mark of code is behind it. */
    private static final Set<String> TYPES = Phrases.of(
            "int|long|short|char|float|double|bool|boolean|byte|void|unsigned|uint|size_t|ssize_t|int8_t|int16_t|int32_t|int64_t|uint8_t"
                    + "|uint16_t|uint32_t|uint64_t|u8|u16|u32|u64|i32|i64|usize|string|return");

    private static final Set<String> DEFINING = Set.of(
            "class",
            "interface",
            "enum",
            "struct",
            "trait",
            "record",
            "def",
            "function",
            "func",
            "fn",
            "new",
            "extends",
            "implements",
            "module",
            "namespace");

    /** IOException, YYYYWwwd: three capitals and small letters behind; OBrien has two. */
    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{3}[A-Z]*[a-z]+[A-Za-z]*");

    /** OrderService, ConfigParser: the word that ends it is what classes are called by. */
    private static final Pattern CLASS = Pattern.compile(
            "[A-Z][A-Za-z]*[a-z](Exception|Error|Parser|Handler|Factory|Service"
                    + "|Manager|Controller|Repository|Builder|Adapter|Listener|Provider|Client|Server|Config|Context|Exporter|Importer"
                    + "|Reader|Writer|Loader|Mapper|Serializer|Encoder|Decoder|Iterator|Wrapper|Formatter|Validator|Processor|Executor"
                    + "|Scheduler|Worker|Interface|Reporter|Detector|Options|Settings|Result|Buffer|Stream|Thread|Request|Response|Object|Type|Value|List|Map|Set|Dict|Case|Node|Tree)s?");

    private static final Pattern CAMEL = Pattern.compile("[a-z]{3}[a-z]*[A-Z][A-Za-z]*");

    private CodeName() {}

    /** Whether the name that stands between two indices of a text is one. */
    static boolean is(String text, int start, int end) {
        String name = text.substring(start, end);
        if (name.indexOf(' ') >= 0) {
            return false;
        }
        return isClass(name)
                || isDeclared(text, start, end)
                || isSet(text, name, end)
                || isOption(text, start, name)
                || isPointed(text, start, end)
                || isMember(text, start, name)
                || CodeUse.is(text, start, end);
    }

    /** Whether no firm is written so either: current_thread, pathName; eBay is. */
    static boolean isIdentifier(String text, int start, int end) {
        String word = text.substring(start, end);
        boolean joined = word.indexOf('_') > 0 || (end < text.length() && text.charAt(end) == '_');
        return joined || CAMEL.matches(word) || isClass(word);
    }

    private static boolean isClass(String word) {
        // Nearly no name has a capital within, which is told sooner.
        return hasCapitalWithin(word) && (ACRONYM.matches(word) || CLASS.matches(word));
    }

    private static boolean hasCapitalWithin(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (word.charAt(i) >= 'A' && word.charAt(i) <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeclared(String text, int start, int end) {
        String before = wordBefore(text, start);
        int behind = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        char mark = behind < text.length() ? text.charAt(behind) : ' ';
        return (DECLARING.contains(before) && "=;,".indexOf(mark) >= 0)
                || (TYPES.contains(before) && (";)".indexOf(mark) >= 0 || (mark == '=' && !before.equals("return"))))
                || (DEFINING.contains(before)
                        && ("({:<;".indexOf(mark) >= 0
                                || text.startsWith("extends ", behind)
                                || text.startsWith("implements ", behind)));
    }

    /** A type behind a star, and no star that closes an emphasis: {@code Type *Ty,}. */
    private static boolean isPointed(String text, int start, int end) {
        return start > 1
                && text.charAt(start - 1) == '*'
                && " (*".indexOf(text.charAt(start - 2)) >= 0
                && !text.startsWith("**", start - 2)
                && end < text.length()
                && ",):;".indexOf(text.charAt(end)) >= 0;
    }

    /** {@code sr.Top}, {@code inst.Len}: a word of English or of code right behind another one and a stop. */
    private static boolean isMember(String text, int start, String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return start > 1
                && text.charAt(start - 1) == '.'
                && (Character.isLowerCase(text.charAt(start - 2)) || text.charAt(start - 2) == ')')
                && !NamedLogin.isGiven(small)
                && (EnglishWords.has(small) || NameWords.isCode(small));
    }

    /** In small letters: julian = int(day). */
    private static boolean isSet(String text, String name, int end) {
        return Character.isLowerCase(name.charAt(0))
                && (text.startsWith(" = ", end) || text.startsWith(" == ", end) || text.startsWith(" += ", end));
    }

    /** In small letters behind an option of one letter that is not that of a user: kubectl -n elena. */
    private static boolean isOption(String text, int start, String name) {
        return start > 3
                && Character.isLowerCase(name.charAt(0))
                && text.charAt(start - 1) == ' '
                && Letters.isAsciiLetter(text.charAt(start - 2))
                && text.charAt(start - 2) != 'u'
                && text.charAt(start - 3) == '-'
                && text.charAt(start - 4) == ' ';
    }

    /** The word that a space parts from an index. */
    private static String wordBefore(String text, int index) {
        int end = index - 1;
        if (end < 0 || text.charAt(end) != ' ') {
            return "";
        }
        int start = end;
        while (start > 0 && end - start < REACH && Letters.isWord(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }
}
