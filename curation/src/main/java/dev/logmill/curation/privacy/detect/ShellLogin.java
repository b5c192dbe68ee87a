package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is at work where a shell prints it: its prompt ({@code kparker@macbook:~$}), the answer of whoami, the owners of files and
 * processes, {@code LOGNAME=kparker}, and the entry of a directory ({@code uid=kparker,ou=people}). Those of services name nobody.
 */
final class ShellLogin {
    /**
     * Where one stands.
     *
     * @param sure nothing but a login does; elsewhere it must be made of a name
     * @param signs what a text has one of that it is in
     */
    private record Place(Pattern pattern, boolean sure, Set<String> signs) {
        Place(String regex, boolean sure, String... signs) {
            this(Pattern.compile(regex), sure, Set.of(signs));
        }
    }

    private static final String ANGLE = "> ";
    private static final String LOGIN = "([a-z_][a-z0-9_.-]{2,31})";

    /** An owner stands behind the modes of a file and its links; a variable goes to the end of its line. */
    private static final List<Place> PLACES = List.of(
            new Place(
                    "(?m)^[-dlbcps][-rwxsStT]{9}[.+@]? +[0-9]+ +" + LOGIN + " +[A-Za-z_][A-Za-z0-9_.-]* +[0-9]",
                    true,
                    "rw-",
                    "rwx",
                    "r--",
                    "r-x"),
            new Place(
                    "(?m)^\\[?" + LOGIN + "@[A-Za-z0-9][A-Za-z0-9.-]*(?::[~/][^ \\n$#]*[$#%]| [^ \\n]+(?:\\][$#]| %))",
                    true,
                    ":~",
                    "$ ",
                    "# ",
                    " % "),
            new Place("(?m)[$#%] ?whoami\\r?\\n" + LOGIN + "\\r?$", true, "whoami"),
            new Place("(?m)^(?:export )?(?:LOGNAME|USER)=\"?" + LOGIN + "\"?\\r?$", false, "logname=", "user="),
            // Who speaks on IRC; without the time before, a word in angles may be an element of a page.
            new Place("(?m)^\\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\\]? <" + LOGIN + "> ", false, ANGLE),
            new Place("(?m)^<([a-z]+[._][a-z0-9]+)> ", false, ANGLE),
            new Place("(?i)\\buid=([a-z][a-z0-9_.-]{2,31}), ?(?:ou|cn|dc|o)=", true, "uid="));

    private static final int OF_PROMPT = 1;

    /** The title of the list that ps prints, and the lines below. */
    private static final Place PROCESSES = new Place("(?m)^ *(?:USER|UID) +PID .*(?:COMMAND|CMD) *$", true, " pid ");

    private static final Pattern PROCESS = Pattern.compile("^ *" + LOGIN + " +[0-9]+ +[0-9.]+ ");

    private static final Set<String> SERVICES = Phrases.of(
            "_apt|messagebus|syslog|sshd|avahi|polkitd|dbus|rtkit|colord|chrony|ntp|systemd|whoopsie|kernoops|uuidd|tcpdump|landscape"
                    + "|pollinate|lxd|dnsmasq|memcached|rabbitmq|zookeeper|logstash|kibana|haproxy|traefik|caddy|httpd|celery|gunicorn"
                    + "|uwsgi|squid|postfix|dovecot|named|bind|clamav|consul|vault|nomad|etcd|influxdb|minio|airbyte|dagster|mssql"
                    + "|couchdb|cassandra|neo4j|solr|tomcat|jetty|wildfly|sonarqube|nexus|drone|concourse|_www|_spotlight|rpc|saslauth");

    private ShellLogin() {}

    /** Tells the sink those of a text. */
    static void find(Scan scan, Consumer<Finding> sink) {
        Set<String> signs = signs(scan);
        String text = scan.text();
        for (Place place : signs.isEmpty() ? List.<Place>of() : PLACES) {
            if (!Collections.disjoint(place.signs(), signs)) {
                Matcher matcher = place.pattern().matcher(text);
                while (matcher.find()) {
                    accept(matcher.start(1), matcher.end(1), matcher.group(1), place.sure(), sink);
                }
            }
        }
        if (!Collections.disjoint(PROCESSES.signs(), signs)) {
            Matcher title = PROCESSES.pattern().matcher(text);
            int done = 0;
            while (title.find()) {
                // A title within a list is a line of that one.
                done = title.start() < done ? done : processes(text, title.end() + 1, sink);
            }
        }
    }

    private static Set<String> signs(Scan scan) {
        Mentions.Places mentions = scan.mentions().of(Topic.SHELL);
        Set<String> signs = new HashSet<>();
        for (int i = 0; i < mentions.count(); i++) {
            String sign = Topic.SHELL.parts().get(mentions.word(i));
            if (!sign.equals(ANGLE) || isBehindName(scan.text(), mentions.end(i) - ANGLE.length())) {
                signs.add(sign);
            }
        }
        if (scan.signs().ats() == 0) {
            signs.removeAll(PLACES.get(OF_PROMPT).signs());
        }
        return signs;
    }

    /** Most angles compare numbers or point somewhere. */
    private static boolean isBehindName(String text, int angle) {
        return angle > 0 && Letters.isWord(text.charAt(angle - 1));
    }

    /** Takes the first column of each line, up to an empty one; index behind it. */
    private static int processes(String text, int from, Consumer<Finding> sink) {
        int start = from;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            Matcher matcher = PROCESS.matcher(line);
            if (matcher.find()) {
                accept(start + matcher.start(1), start + matcher.end(1), matcher.group(1), PROCESSES.sure(), sink);
            } else if (line.isBlank()) {
                return end;
            }
            start = end + 1;
        }
        return start;
    }

    private static void accept(int start, int end, String login, boolean sure, Consumer<Finding> sink) {
        String small = login.toLowerCase(Locale.ROOT);
        boolean service = SERVICES.contains(small) || small.startsWith("systemd-") || small.startsWith("_");
        boolean told = sure ? ActingUser.isLogin(small) : LoginForm.is(small) || NamedLogin.is(small);
        if (!service && told && !SharedLogins.has(small)) {
            sink.accept(new Finding("USERNAME", start, end, small));
        }
    }
}
