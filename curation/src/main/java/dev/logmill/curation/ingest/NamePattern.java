package dev.logmill.curation.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a {@link PathPattern}: what one folder or file name must look like. Every token but {@code *} takes exactly
 * one character, so matching only ever goes back to the last {@code *}: a hostile name costs at most its length times the
 * pattern's.
 */
record NamePattern(boolean anyFolders, List<Token> tokens) implements Serializable {
    enum Kind {
        EXACTLY,
        ANY,
        MANY,
        DIGIT
    }

    /**
     * @param character what {@link Kind#EXACTLY} stands for
     * @param begins the part of a date that begins here
     */
    record Token(Kind kind, char character, DateParts.@Nullable Part begins) implements Serializable {
        boolean takes(char found) {
            return switch (kind) {
                case EXACTLY -> found == character;
                case ANY -> true;
                case DIGIT -> found >= '0' && found <= '9';
                case MANY -> false;
            };
        }
    }

    NamePattern {
        tokens = List.copyOf(tokens);
    }

    static NamePattern of(String segment) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < segment.length()) {
            Optional<DateParts.Part> part = DateParts.Part.at(segment, i);
            if (part.isPresent()) {
                DateParts.Part begun = part.get();
                for (int j = 0; j < begun.shape.length(); j++) {
                    char shape = begun.shape.charAt(j);
                    tokens.add(new Token(shape == 'd' ? Kind.DIGIT : Kind.EXACTLY, shape, j == 0 ? begun : null));
                }
                i += begun.placeholder.length();
            } else {
                char c = segment.charAt(i++);
                tokens.add(new Token(c == '*' ? Kind.MANY : c == '?' ? Kind.ANY : Kind.EXACTLY, c, null));
            }
        }
        return new NamePattern(segment.equals("**"), tokens);
    }

    /** Whether a segment is more than a plain name. */
    static boolean isPattern(String segment) {
        return of(segment).tokens.stream().anyMatch(token -> token.kind != Kind.EXACTLY);
    }

    /** Whether it tells a date, or part of one. */
    boolean dated() {
        return tokens.stream().anyMatch(token -> token.begins != null);
    }

    /** What is told of the date once this name is read too; nothing where the name does not fit. */
    Optional<DateParts> match(String name, DateParts told) {
        int[] starts = new int[tokens.size()];
        int token = 0;
        int at = 0;
        int star = -1;
        int resume = 0;
        while (at < name.length()) {
            if (token < tokens.size() && tokens.get(token).kind == Kind.MANY) {
                star = token++;
                resume = at;
            } else if (token < tokens.size() && tokens.get(token).takes(name.charAt(at))) {
                starts[token++] = at++;
            } else if (star >= 0) {
                token = star + 1;
                at = ++resume;
            } else {
                return Optional.empty();
            }
        }
        while (token < tokens.size() && tokens.get(token).kind == Kind.MANY) {
            token++;
        }
        return token == tokens.size() ? Optional.of(dated(name, starts, told)) : Optional.empty();
    }

    private DateParts dated(String name, int[] starts, DateParts told) {
        DateParts parts = told;
        for (int i = 0; i < starts.length; i++) {
            DateParts.Part begun = tokens.get(i).begins;
            if (begun != null) {
                parts = parts.with(begun, name.substring(starts[i], starts[i] + begun.shape.length()));
            }
        }
        return parts;
    }
}
