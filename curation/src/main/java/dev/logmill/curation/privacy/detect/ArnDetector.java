package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who acts, in names of AWS's resources: {@code arn:aws:iam::123456789012:user/NAME},
 * {@code arn:aws:sts::123456789012:assumed-role/ROLE/NAME}. A session that goes by the id of a machine names nobody, nor does a role.
 */
public final class ArnDetector implements Detector {
    private static final String HEAD = "arn:aws";
    private static final int COLONS = 4;
    private static final int LONGEST_HEAD = 64;
    private static final Set<String> SERVICES = Set.of("iam", "sts");
    private static final Set<String> ACTORS = Set.of("user", "federated-user");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.colons() > COLONS;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        for (int at = text.indexOf(HEAD); at >= 0; at = text.indexOf(HEAD, at + HEAD.length())) {
            int resource = resource(text, at);
            if (resource > 0) {
                actor(text, resource, sink);
            }
        }
    }

    /** Where the resource begins: behind partition, service, region and account; -1 where it is of another service. */
    private static int resource(String text, int start) {
        int colon = text.indexOf(':', start + HEAD.length());
        int next = colon < 0 ? -1 : text.indexOf(':', colon + 1);
        if (next < 0 || next - start > LONGEST_HEAD || !SERVICES.contains(text.substring(colon + 1, next))) {
            return -1;
        }
        int account = text.indexOf(':', next + 1);
        int end = account < 0 ? -1 : text.indexOf(':', account + 1);
        return end < 0 || end - start > LONGEST_HEAD ? -1 : end + 1;
    }

    private static void actor(String text, int resource, Consumer<Finding> sink) {
        int end = resource;
        int name = -1;
        int slashes = 0;
        while (end < text.length() && isOfName(text.charAt(end))) {
            if (text.charAt(end) == '/') {
                name = end + 1;
                slashes++;
            }
            end++;
        }
        // Looked for only where it is near: a text of such heads has none.
        String kind = slashes == 0 ? "" : text.substring(resource, text.indexOf('/', resource));
        boolean acts = ACTORS.contains(kind) || (kind.equals("assumed-role") && slashes > 1);
        while (end > resource && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ',')) {
            end--;
        }
        if (acts && name < end && !isMachine(text.substring(name, end))) {
            sink.accept(
                    new Finding("USERNAME", name, end, text.substring(name, end).toLowerCase(Locale.ROOT)));
        }
    }

    /** Letters, digits and +=,.@_- (IAM user guide, names and ids), and the slashes between. */
    private static boolean isOfName(char c) {
        return Letters.isWord(c) || "+=,.@-/".indexOf(c) >= 0;
    }

    private static boolean isMachine(String name) {
        return name.startsWith("i-") && name.chars().skip(2).allMatch(c -> Letters.isHex((char) c));
    }
}
