package dev.logmill.curation.privacy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every detector. Where two findings overlap the longer stands, then that of the earlier constant here. */
public enum DetectorKind {
    MAIL(MailDetector::new),
    IBAN(IbanDetector::new),
    CARD(CardDetector::new),
    NATIONAL_ID(NationalIdDetector::new),
    CALLED_ID(CalledIdDetector::new),
    IP(IpDetector::new),
    IPV6(Ipv6Detector::new),
    MAC(MacDetector::new),
    CRYPTO(CryptoAddressDetector::new),
    URL(UrlDetector::new),
    COORDINATES(CoordinatesDetector::new),
    BIRTH_DATE(BirthDateDetector::new),
    SECRET(SecretDetector::new),
    PHONE(PhoneDetector::new),
    ADDRESS(AddressDetector::new),
    PERSON(PersonDetector::new),
    PLACE(PlaceDetector::new);

    /** Those that know what they find by words, and so find it in prose alone. */
    private static final Set<DetectorKind> OF_PROSE = EnumSet.of(ADDRESS, PERSON, PLACE);

    private final Supplier<Detector> constructor;

    DetectorKind(Supplier<Detector> constructor) {
        this.constructor = constructor;
    }

    /** One of each, and each that somebody put beside them: see {@link PluggedDetectors}. */
    public static List<Detector> all() {
        return Stream.concat(
                        Arrays.stream(values()).map(kind -> kind.constructor.get()), PluggedDetectors.found().stream())
                .toList();
    }

    /** One of each that goes by form alone: in ids, in names of agents and tools and in paths a word names a thing. */
    public static List<Detector> ofForm() {
        return Arrays.stream(values())
                .filter(kind -> !OF_PROSE.contains(kind))
                .map(kind -> kind.constructor.get())
                .toList();
    }
}
