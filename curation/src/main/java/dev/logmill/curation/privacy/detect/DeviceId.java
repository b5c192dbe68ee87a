package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** UUIDs that the makers of phones, or who advertises on them, know somebody's device by, told by what they are called. */
final class DeviceId {
    private static final List<String> PARTS = Topic.CALLED_ID.parts();
    private static final Set<String> NAMES = Phrases.of(
            "idfa|idfv|gaid|aaid|device id|device_id|device-id|deviceid|advertising id|advertising_id|advertisingid|android id|android_id|androidid|udid");

    private DeviceId() {}

    static void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (text.length() == Uuid.LENGTH
                && !label.isEmpty()
                && NAMES.contains(label.toLowerCase(Locale.ROOT))
                && Uuid.isAt(text, 0)) {
            sink.accept(new Finding("DEVICE", 0, Uuid.LENGTH, text.toLowerCase(Locale.ROOT)));
            return;
        }
        Mentions.Places mentions = scan.mentions().of(Topic.CALLED_ID);
        for (int i = 0; i < mentions.count(); i++) {
            if (NAMES.contains(PARTS.get(mentions.word(i)))) {
                int start = CalledWord.behind(text, mentions.end(i)).start();
                if (Uuid.isAt(text, start)) {
                    int end = start + Uuid.LENGTH;
                    sink.accept(new Finding(
                            "DEVICE", start, end, text.substring(start, end).toLowerCase(Locale.ROOT)));
                }
            }
        }
    }
}
