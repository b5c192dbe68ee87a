package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the makers of phones, or who advertises on them, know somebody's device by, told by what it is called: a UUID, 16 or 40 digits
 * of hex, or 8 and 16 as Apple's newer ones have.
 */
final class DeviceId {
    private static final List<String> PARTS = Topic.CALLED_ID.parts();
    private static final Set<String> NAMES = Phrases.of(
            "idfa|idfv|gaid|aaid|device id|device_id|device-id|deviceid|advertising id|advertising_id|advertisingid|android id|android_id|androidid|udid");

    private static final Set<Integer> LENGTHS = Set.of(16, 40);
    private static final int LONGEST = 40;
    private static final int BEFORE_DASH = 8;
    private static final int BEHIND_DASH = 16;

    private DeviceId() {}

    /** Where one ends that begins at an index; the index itself, where none does. */
    private static int end(String text, int start) {
        if (Uuid.isAt(text, start)) {
            return start + Uuid.LENGTH;
        }
        int end = hexEnd(text, start);
        if (end - start == BEFORE_DASH && text.startsWith("-", end)) {
            int last = hexEnd(text, end + 1);
            return last - end - 1 == BEHIND_DASH && !Letters.wordAt(text, last) ? last : start;
        }
        boolean digit = text.substring(start, end).chars().anyMatch(c -> Letters.isDigit((char) c));
        return LENGTHS.contains(end - start) && digit && !Letters.wordAt(text, end) ? end : start;
    }

    private static int hexEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST && Letters.isHex(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (!label.isEmpty()
                && text.length() <= LONGEST
                && NAMES.contains(label.toLowerCase(Locale.ROOT))
                && end(text, 0) == text.length()) {
            sink.accept(new Finding("DEVICE", 0, text.length(), text.toLowerCase(Locale.ROOT)));
            return;
        }
        Mentions.Places mentions = scan.mentions().of(Topic.CALLED_ID);
        for (int i = 0; i < mentions.count(); i++) {
            if (NAMES.contains(PARTS.get(mentions.word(i)))) {
                int start = CalledWord.behind(text, mentions.end(i)).start();
                int end = end(text, start);
                if (end > start) {
                    sink.accept(new Finding(
                            "DEVICE", start, end, text.substring(start, end).toLowerCase(Locale.ROOT)));
                }
            }
        }
    }
}
