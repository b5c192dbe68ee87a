package dev.logmill.curation.pair.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/** The patterns of logged schemas, matched in time linear in the text. */
final class LinearPatterns {
    private LinearPatterns() {}

    /** A pattern that a linear matcher cannot know, such as one that looks ahead, is not checked. */
    static RegularExpression compile(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException unsupported) {
            return text -> true;
        }
    }
}
