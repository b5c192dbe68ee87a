package dev.logmill.curation.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Every detector. Where two findings overlap the longer stands, then that of the earlier constant here. */
public enum DetectorKind {
    MAIL(MailDetector::new),
    IBAN(IbanDetector::new),
    CARD(CardDetector::new),
    IP(IpDetector::new),
    IPV6(Ipv6Detector::new),
    PHONE(PhoneDetector::new);

    private final Supplier<Detector> constructor;

    DetectorKind(Supplier<Detector> constructor) {
        this.constructor = constructor;
    }

    /** One of each. */
    public static List<Detector> all() {
        return Arrays.stream(values()).map(kind -> kind.constructor.get()).toList();
    }
}
