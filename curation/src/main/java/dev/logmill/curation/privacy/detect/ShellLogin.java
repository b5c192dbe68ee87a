package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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
     * @param signs what a line has one of that it is in
     */
    private record Place(Pattern pattern, boolean sure, Set<String> signs) {
        Place(String regex, boolean sure, String... signs) {
            this(Pattern.compile(regex), sure, Set.of(signs));
        }

        /** Whether a sign that ends at an index is of it; most angles and marks behind a space are of something else. */
        boolean mayBeAt(Scan scan, String sign, int end) {
            return signs.contains(sign)
                    && (!sign.equals(ANGLE) || isBehindName(scan.text(), end - ANGLE.length()))
                    && (!signs.contains(HOME) || scan.signs().ats() > 0);
        }

        /** Tells those in the line of a sign, as far as it is near; index behind what needs no other look. */
        int find(String text, int sign, int signEnd, Consumer<Finding> sink) {
            int start = sign;
            while (start > 0 && sign - start < MOST && text.charAt(start - 1) != '\n') {
                start--;
            }
            int end = nearEnd(text, signEnd);
            // All but this one begin with their line.
            if (start > 0 && text.charAt(start - 1) != '\n' && !signs.contains(ENTRY)) {
                return end;
            }
            // The answer of a command stands on the next line.
            int last = signs.contains(COMMAND) ? nearEnd(text, Math.min(end + 1, text.length())) : end;
            Matcher matcher = pattern.matcher(text.substring(start, last));
            while (matcher.find()) {
                accept(start + matcher.start(1), start + matcher.end(1), matcher.group(1), sure, sink);
            }
            return end;
        }

        private static int nearEnd(String text, int from) {
            int end = from;
            while (end < text.length() && end - from < MOST && text.charAt(end) != '\n') {
                end++;
            }
            return end;
        }
    }

    private static final String ANGLE = "> ";
    private static final String HOME = ":~";
    private static final String COMMAND = "whoami";
    private static final String TERMINAL = " pts/";
    private static final String ENTRY = "uid=";

    /** Chars on each side of a sign that are looked at. */
    private static final int MOST = 400;

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
                    HOME,
                    "$ ",
                    "# ",
                    " % "),
            new Place("(?m)(?:[$#%] ?|^)whoami\\r?\\n" + LOGIN + "\\r?$", true, COMMAND),
            // A line of ps or top without its title.
            new Place(
                    "(?m)^ *" + LOGIN + " +[0-9]+ +[0-9.]+ +[0-9.]+ +[0-9]+ +[0-9]+ +(?:pts/|tty)",
                    true,
                    TERMINAL,
                    " tty"),
            new Place("(?m)^" + LOGIN + ":\\$[0-9a-z]+\\$[^:\\n]+:[0-9]*:", true, ":$6", ":$5", ":$y", ":$2"),
            new Place(
                    "(?m)^(?:export )?(?:LOGNAME|(?:[A-Z0-9]+_)*USER)=\"?" + LOGIN + "\"?\\r?$",
                    false,
                    "logname=",
                    "user="),
            // Who speaks on IRC; without the time before, a word in angles may be an element of a page.
            new Place("(?m)^\\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\\]? <" + LOGIN + "> ", false, ANGLE),
            new Place("(?m)^<([a-z]+[._][a-z0-9]+)> ", false, ANGLE),
            new Place("(?i)\\buid=([a-z][a-z0-9_.-]{2,31}), ?(?:ou|cn|dc|o)=", true, ENTRY));

    /** The title of the list that ps prints, and the lines below. */
    private static final Place PROCESSES = new Place("(?m)^ *(?:USER|UID) +PID .*(?:COMMAND|CMD) *$", true, " pid ");

    private static final Pattern PROCESS = Pattern.compile("^ *" + LOGIN + " +[0-9]+ +[0-9.]+ ");

    private static final Set<String> SERVICES = Phrases.of(
            "_apt|messagebus|syslog|sshd|avahi|polkitd|dbus|rtkit|colord|chrony|ntp|systemd|whoopsie|kernoops|uuidd|tcpdump|landscape"
                    + "|pollinate|lxd|dnsmasq|memcached|rabbitmq|zookeeper|logstash|kibana|haproxy|traefik|caddy|httpd|celery|gunicorn"
                    + "|uwsgi|squid|postfix|dovecot|named|bind|clamav|consul|vault|nomad|etcd|influxdb|minio|airbyte|dagster|mssql"
                    + "|couchdb|cassandra|neo4j|solr|tomcat|jetty|wildfly|sonarqube|nexus|drone|concourse|_www|_spotlight|rpc|saslauth|grafana|prometheus|zabbix|nagios|odoo|netdata|asterisk|teamcity|gitea|gogs|ansible|puppet|splunk|discourse|mastodon|plex");

    private ShellLogin() {}

    /** Tells the sink those of a text: what has a sign is looked for in the lines that the sign is in, once in each. */
    static void find(Scan scan, Consumer<Finding> sink) {
        String text = scan.text();
        Mentions.Places mentions = scan.mentions().of(Topic.SHELL);
        int[] done = new int[PLACES.size()];
        int listed = 0;
        for (int i = 0; i < mentions.count(); i++) {
            String sign = Topic.SHELL.parts().get(mentions.word(i));
            int end = mentions.end(i);
            for (int place = 0; place < done.length; place++) {
                if (end > done[place] && PLACES.get(place).mayBeAt(scan, sign, end)) {
                    done[place] = PLACES.get(place).find(text, end - sign.length(), end, sink);
                }
            }
            if (end > listed && PROCESSES.signs().contains(sign)) {
                // A title within a list is a line of that one.
                listed = processes(text, end, sink);
            }
        }
    }

    /** Most angles compare numbers or point somewhere. */
    private static boolean isBehindName(String text, int angle) {
        return angle > 0 && Letters.isWord(text.charAt(angle - 1));
    }

    /** Takes the first column of each line below the title that a sign is in, up to an empty one; index behind it. */
    private static int processes(String text, int sign, Consumer<Finding> sink) {
        int title = lineEnd(text, sign);
        if (!PROCESSES
                .pattern()
                .matcher(text.substring(lineStart(text, sign), title))
                .find()) {
            return title;
        }
        int start = title + 1;
        while (start < text.length()) {
            int end = lineEnd(text, start);
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

    private static int lineStart(String text, int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    private static int lineEnd(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline;
    }

    /** Whether a program that runs all the time has a login in small letters. */
    static boolean isOfService(String login) {
        return SERVICES.contains(login) || login.startsWith("systemd-") || login.startsWith("_");
    }

    private static void accept(int start, int end, String login, boolean sure, Consumer<Finding> sink) {
        String small = login.toLowerCase(Locale.ROOT);
        boolean service = isOfService(small);
        boolean told = sure ? ActingUser.isLogin(small) : LoginForm.is(small) || NamedLogin.is(small);
        if (!service && told && !SharedLogins.has(small)) {
            sink.accept(new Finding("USERNAME", start, end, small));
        }
    }
}
