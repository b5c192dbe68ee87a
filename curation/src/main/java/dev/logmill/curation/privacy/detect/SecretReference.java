package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;

/**
 * Whether what stands where a secret would only refers to one, or shows where it belongs: ${DB_PASS}, $password, &lt;password&gt;,
 * %PASS%, {{ password }}, [REDACTED]. It is so as a whole: $ummer!2024 and {nd7RV) are passwords.
 */
final class SecretReference {
    /** What such a text begins with in code and documents, in small letters. */
    private static final List<String> WORDS = List.of("env.", "process.", "os.", "your", "my_");

    /** A variable, with what is taken out of it: $config['password'], $this->password, $opt{pass}. */
    private static final String VARIABLE =
            "\\$[a-z_]\\w*(?:(?:->|::\\$?|\\.|/)[\\w.-]+|\\[[^\\]]*\\]?|\\{[^}]*\\}?|\\([^)]*\\)?)*";

    /** By first char what begins with it and is none; a part of one counts where white space within ended it. */
    private static final Map<Character, Pattern> WHOLE = Map.of(
            '$',
            whole("(?:" + VARIABLE + "|\\$\\$?[{(][\\w@!#:./ -].*|\\$[\\d@?#*]|[:/@.,;\"'-])+(?:\\s.*)?"),
            '<',
            whole("</.*|<[?%!].*|<[a-z_][\\w:.-]*|<[\\w .,:;/|_='\"-]*>.*|<[<-].*"),
            '{',
            whole("\\{[\\s\"']*(?:[\\w.$:-]|::)*[\"':,]*|\\{[\\w\\s.$!|:?'\"()\\[\\],-]*\\}+(?:\\W.*)?|\\{[{%#].*"),
            '%',
            whole(
                    "%[-+ #\\d.*]*(?:ll?|z|h)?[sdiufxcpvqroegt](?:\\W.*)?|%\\w+%(?:\\W.*)?|%[({<]\\w.*|%%.*|%[\\d*.]+\\$.*"),
            '[',
            whole("\\[[\\w\\s\"'.,:;*/_-]*\\]?[.,;:]*|\\[[\"'(\\[].*"));

    private SecretReference() {}

    private static Pattern whole(String form) {
        return Pattern.compile("(?is)" + form);
    }

    /** Whether a text is one; {@code small} is the text in small letters. */
    static boolean is(String small) {
        Pattern form = WHOLE.get(small.charAt(0));
        return form == null ? WORDS.stream().anyMatch(small::startsWith) : form.matches(small);
    }
}
