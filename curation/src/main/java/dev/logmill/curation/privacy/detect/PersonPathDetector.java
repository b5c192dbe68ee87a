package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/** Who a page or a record of a program is of, where the path has a name for them: {@code /users/jane.roe/orders/12}. */
public final class PersonPathDetector implements Detector {
    private static final int LONGEST = 40;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.slashes();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        Mentions.Places mentions = scan.mentions().of(Topic.PERSON_PATH);
        for (int i = 0; i < mentions.count(); i++) {
            int start = mentions.end(i);
            int end = start;
            while (end < text.length() && end - start < LONGEST && isPart(text.charAt(end))) {
                end++;
            }
            while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            String name = text.substring(start, end).toLowerCase(Locale.ROOT);
            boolean mail = end < text.length() && text.charAt(end) == '@';
            if (!mail && !SharedLogins.has(name) && !SharedLogins.isFile(name) && NamedLogin.is(name)) {
                sink.accept(new Finding("USERNAME", start, end, name));
            }
        }
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.' || c == '-';
    }
}
