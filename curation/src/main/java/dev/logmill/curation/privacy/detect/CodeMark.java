package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/** What stands behind an at sign in code and its documents and is nobody: decorators, annotations, tags. */
final class CodeMark {
    /** Behind these it is what code is marked with, or its documents. */
    private static final Set<String> OF_CODE =
            Phrases.of("decorator|decorators|decorated|annotation|annotations|annotated|tag|tags");

    private static final List<String> DECLARING = List.of(
            "def ",
            "async def ",
            "class ",
            "public ",
            "private ",
            "protected ",
            "static ",
            "final ",
            "abstract ",
            "export ",
            "function ");

    /** Tags of documents and what code is marked with most often, in small letters. */
    private static final Set<String> MARKS = Phrases.of(
            "param|params|return|returns|throws|raises|exception|see|since|author|version|deprecated|link|linkplain|value|inheritdoc"
                    + "|brief|todo|note|property|staticmethod|classmethod|dataclass|dataclasses|abstractmethod|contextmanager|override"
                    + "|overload|cached_property|lru_cache|singledispatch|total_ordering|wraps|setter|getter|deleter|fixture|mock|patch"
                    + "|route|get|post|put|delete|component|injectable|directive|pipe|input|output|entity|table|column|media|import"
                    + "|charset|keyframes|supports|layer|apply|include|mixin|extend|typedef|type|template|internal|private|protected"
                    + "|readonly|default|summary|test|nullable|nonnull|autowired|bean|slow|skip|parametrize|pytest|click|attr|attrs|jit|njit");

    /** What Perl has before its arrays; "my @rosa" is said of nobody either. */
    private static final List<String> BEFORE_ARRAY = List.of(
            "my ", "our ", "local ", "push ", "unshift ", "foreach ", "scalar ", "scalar(", "join(", "sort ", "map { ");

    private CodeMark() {}

    /** Whether a word in small letters, whose at sign stands at an index and which ends at another, is one. */
    static boolean is(String text, String word, int at, int end) {
        return MARKS.contains(word) || isOfCode(text, end) || isArray(text, at, end);
    }

    /** An array of Perl: {@code my @nada}, {@code push @rosa, 1}, {@code @rosa = (1, 2)}. */
    private static boolean isArray(String text, int at, int end) {
        boolean set = text.startsWith(" = (", end) || text.startsWith("[", end) || text.startsWith(" = split", end);
        boolean told = BEFORE_ARRAY.stream().anyMatch(word -> text.startsWith(word, at - word.length()))
                && (text.startsWith(" = ", end) || (end < text.length() && ";,)=".indexOf(text.charAt(end)) >= 0));
        return set || told;
    }

    /** Whether the word behind says that it is a mark of code: the @frozen decorator. */
    private static boolean isOfCode(String text, int end) {
        int last = end + 1;
        while (last < text.length() && Letters.isAsciiLetter(text.charAt(last))) {
            last++;
        }
        return (text.startsWith(" ", end) && OF_CODE.contains(text.substring(end + 1, last))) || marksNext(text, end);
    }

    /** Whether the next line declares what is marked: def, class. */
    private static boolean marksNext(String text, int end) {
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        int begin = next;
        return next > end
                && text.charAt(end) != ' '
                && DECLARING.stream().anyMatch(word -> text.startsWith(word, begin));
    }
}
