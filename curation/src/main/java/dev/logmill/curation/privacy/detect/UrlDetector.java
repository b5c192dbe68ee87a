package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Addresses on the web (RFC 3986) that tell of a person or open a door: the user and password in them, the values of
 * parameters that name a person or are a key, who a page of a network is of, and what is called somebody's own site.
 *
 * <p>Only that part is replaced, so that what an address leads to stays known: {@code https://<URL_..>@host/},
 * {@code ?token=<URL_..>}.
 */
public final class UrlDetector implements Detector {
    private static final Set<String> PARAMETERS =
            Phrases.of("user|userid|uid|username|login|email|mail|name|firstname|lastname|fullname|phone|tel"
                    + "|mobile|address|street|zip|postcode|dob|birthdate|birthday|ssn|customer|customerid"
                    + "|patient|patientid|member|memberid|account|accountid|token|accesstoken|refreshtoken"
                    + "|idtoken|authtoken|auth|apikey|key|secret|clientsecret|password|passwd|pwd|pass|sig"
                    + "|signature|xamzsignature|xamzcredential|xamzsecuritytoken|xgoogsignature|code|session"
                    + "|sessionid|sid|jsessionid|phpsessid|otp|invite|resettoken|lat|lon|lng");

    private static final Set<String> USERS = Phrases.of(
            "user|username|login|name|usr|uname|myuser|proxyuser|proxy_user|user_name|your-username|benutzer|youruser");

    private static final Set<String> PASSWORDS = Phrases.of(
            "pass|password|passwd|pwd|pw|psw|mypass|mypassword|yourpassword|your-password|proxypass|proxy_pass|xxx|xxxx|token|passwort"
                    + "|secret");

    /** What names of parameters are written with; brackets are encoded. */
    private static final Pattern MARKS = Pattern.compile("[-_.]|%5b|%5d");

    private static final int LONGEST = 4096;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.slashes();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        PersonalSite.pages(scan, sink);
        int at = scan.signs().colons() == 0 ? -1 : text.indexOf("://");
        while (at >= 0) {
            int end = end(text, at + 3);
            int start = at;
            while (start > 0 && at - start < 12 && isScheme(text.charAt(start - 1))) {
                start--;
            }
            if (start < at && PersonalSite.isOwn(text, start, label)) {
                accept(text, start, end, sink);
            } else if (start < at) {
                find(text, at + 3, end, sink);
            }
            at = text.indexOf("://", end);
        }
    }

    private static boolean isScheme(char c) {
        return Letters.isAsciiLetter(c) || Letters.isDigit(c) || c == '+';
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST
                && " \n\r\t\"'<>`\\^{}|".indexOf(text.charAt(end)) < 0
                && text.charAt(end) > ' ') {
            end++;
        }
        while (end > from && ".,;:!?)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static void find(String text, int from, int end, Consumer<Finding> sink) {
        int slash = from;
        while (slash < end && "/?#".indexOf(text.charAt(slash)) < 0) {
            slash++;
        }
        String authority = text.substring(from, slash);
        int at = authority.lastIndexOf('@');
        int colon = authority.indexOf(':');
        if (colon >= 0 && colon < at && !isExample(authority.substring(0, at))) {
            accept(text, from, from + at, sink);
        }
        int query = text.substring(slash, end).indexOf('?');
        if (query >= 0) {
            parameters(text, slash + query + 1, end, sink);
        }
    }

    /** user:pass@host, as documents write where a login goes. */
    private static boolean isExample(String login) {
        int colon = login.indexOf(':');
        return USERS.contains(login.substring(0, colon).toLowerCase(Locale.ROOT))
                && PASSWORDS.contains(login.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    private static void parameters(String text, int from, int end, Consumer<Finding> sink) {
        int start = from;
        while (start < end) {
            int next = start;
            while (next < end && "&;#".indexOf(text.charAt(next)) < 0) {
                next++;
            }
            int equals = text.indexOf('=', start);
            if (equals > start
                    && equals + 1 < next
                    && isPersonal(text.substring(start, equals))
                    && !isPlain(text, equals + 1, next)) {
                accept(text, equals + 1, next, sink);
            }
            start = next + 1;
        }
    }

    private static boolean isPersonal(String name) {
        return PARAMETERS.contains(MARKS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""));
    }

    /** What is said of many: true, 1, json. */
    private static boolean isPlain(String text, int start, int end) {
        return end - start < 3
                || text.startsWith("true", start)
                || text.startsWith("false", start)
                || text.charAt(start) == '<'
                || text.startsWith("%3C", start);
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding("URL", start, end, text.substring(start, end)));
    }
}
