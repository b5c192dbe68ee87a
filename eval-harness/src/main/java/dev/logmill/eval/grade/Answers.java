package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;
import java.text.Normalizer;
import java.util.Locale;

/** The text of an answer, as graders compare it. */
final class Answers {
    private Answers() {}

    static String text(Message message) {
        return message.content().orElse("").strip();
    }

    /** NFKC, lower case, punctuation and runs of white space to one space. */
    static String normalised(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && plain.length() > 0) {
                    plain.append(' ');
                }
                plain.append(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        return plain.toString();
    }

    /** The text without a fence of backticks around it, and the language that the fence names. */
    static String unfenced(String text) {
        if (!text.startsWith("```") || !text.endsWith("```") || text.length() < 6) {
            return text;
        }
        int line = text.indexOf('\n');
        return line < 0 ? text : text.substring(line + 1, text.length() - 3).strip();
    }
}
