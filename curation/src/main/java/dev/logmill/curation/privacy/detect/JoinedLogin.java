package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * Whether a word of small letters, behind what can only call a login, is joined of two words or names, as people make theirs:
 * sunnyfields, coopergordon, arteagahector. What code joins so (hostname, datatype) is of its own words.
 */
final class JoinedLogin {
    private static final int LEAST = 8;
    private static final int MOST = 30;
    private static final int LEAST_PART = 3;
    private static final int LEAST_NAME = 4;
    private static final int LEAST_OTHER = 5;

    private static final Set<String> OF_CODE = Phrases.of(
            "file|name|names|user|users|host|data|base|path|key|keys|type|types|string|node|list|text|time|stamp|table|field|value|code|class"
                    + "|test|log|login|logon|auth|pass|word|words|web|hook|work|flow|frame|back|end|front|line|space|server|local|default|admin|super"
                    + "|mail|net|open|source|cloud|stack|script|check|box|drop|down|side|bar|tool|over|under|read|only|write|with|without|map|hash|dir"
                    + "|root|null|true|false|get|set|new|old|max|min|int|char|size|index|item|number|input|output|form|page|link|view|event|state"
                    + "|store|cache|session|token|secret|client|service|account|group|role|multi|auto|self|non|pre|sub|meta|micro|anti|inter|trans");

    private static final int NAME = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    private JoinedLogin() {}

    /** Of two words or names, or of a longer given name and what may be a surname. */
    static boolean is(String word) {
        if (!isOneWord(word) || hasCode(word)) {
            return false;
        }
        for (int end = LEAST_PART; end <= word.length() - LEAST_PART; end++) {
            String first = word.substring(0, end);
            String last = word.substring(end);
            boolean whole = first.length() >= LEAST_OTHER && last.length() >= LEAST_OTHER;
            if ((isPart(first) && isPart(last)) || (whole && (isLongGiven(first) || isLongGiven(last)))) {
                return true;
            }
        }
        return isOfNames(word);
    }

    private static boolean hasCode(String word) {
        for (int end = LEAST_PART; end <= word.length() - LEAST_PART; end++) {
            if (OF_CODE.contains(word.substring(0, end)) || OF_CODE.contains(word.substring(end))) {
                return true;
            }
        }
        return false;
    }

    /** Of a given name and a surname, in either order; of them one must be no other word. */
    static boolean isOfNames(String word) {
        if (!isOneWord(word)) {
            return false;
        }
        for (int end = LEAST_NAME; end <= word.length() - LEAST_NAME; end++) {
            String first = word.substring(0, end);
            String last = word.substring(end);
            boolean given = isGiven(first) || isGiven(last);
            if (given && Lexicon.is(first, NAME) && Lexicon.is(last, NAME)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneWord(String word) {
        return word.length() >= LEAST
                && word.length() <= MOST
                && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && Lexicon.isUnknown(word)
                && !Lexicon.is(word, Lexicon.COMMON_ELSEWHERE | Lexicon.MADE | Lexicon.COMMON)
                && !SharedLogins.has(word);
    }

    private static boolean isLongGiven(String part) {
        return part.length() >= LEAST_OTHER
                && (isGiven(part) || (part.length() > LEAST_OTHER && Lexicon.is(part, Lexicon.GIVEN_OR_WORD)));
    }

    private static boolean isGiven(String part) {
        return Lexicon.is(part, Lexicon.GIVEN) && !Lexicon.is(part, Lexicon.MADE);
    }

    /** A name of four letters is one; shorter and longer ones are rather parts of other words. */
    private static boolean isPart(String part) {
        return EnglishWords.has(part) || (part.length() == LEAST_NAME && Lexicon.is(part, NAME));
    }
}
