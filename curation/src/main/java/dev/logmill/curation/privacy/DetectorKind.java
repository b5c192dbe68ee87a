package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.AddressDetector;
import dev.logmill.curation.privacy.detect.AgeDetector;
import dev.logmill.curation.privacy.detect.ArnDetector;
import dev.logmill.curation.privacy.detect.BankCodeDetector;
import dev.logmill.curation.privacy.detect.BirthDateDetector;
import dev.logmill.curation.privacy.detect.CalledIdDetector;
import dev.logmill.curation.privacy.detect.CardDetector;
import dev.logmill.curation.privacy.detect.CardExpiryDetector;
import dev.logmill.curation.privacy.detect.CardRestDetector;
import dev.logmill.curation.privacy.detect.CoordinatesDetector;
import dev.logmill.curation.privacy.detect.CryptoAddressDetector;
import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.DeviceNameDetector;
import dev.logmill.curation.privacy.detect.FieldDetector;
import dev.logmill.curation.privacy.detect.FileNameDetector;
import dev.logmill.curation.privacy.detect.HandleDetector;
import dev.logmill.curation.privacy.detect.HomePathDetector;
import dev.logmill.curation.privacy.detect.IbanDetector;
import dev.logmill.curation.privacy.detect.IpDetector;
import dev.logmill.curation.privacy.detect.Ipv6Detector;
import dev.logmill.curation.privacy.detect.LastDigitsDetector;
import dev.logmill.curation.privacy.detect.LoginDetector;
import dev.logmill.curation.privacy.detect.MacDetector;
import dev.logmill.curation.privacy.detect.MachineNameDetector;
import dev.logmill.curation.privacy.detect.MailDetector;
import dev.logmill.curation.privacy.detect.NationalIdDetector;
import dev.logmill.curation.privacy.detect.NativeScriptDetector;
import dev.logmill.curation.privacy.detect.OrganisationDetector;
import dev.logmill.curation.privacy.detect.PeoplesDetector;
import dev.logmill.curation.privacy.detect.PersonDetector;
import dev.logmill.curation.privacy.detect.PersonPathDetector;
import dev.logmill.curation.privacy.detect.PhoneDetector;
import dev.logmill.curation.privacy.detect.PlaceDetector;
import dev.logmill.curation.privacy.detect.PlateDetector;
import dev.logmill.curation.privacy.detect.PluggedDetectors;
import dev.logmill.curation.privacy.detect.SecretDetector;
import dev.logmill.curation.privacy.detect.SpelledMailDetector;
import dev.logmill.curation.privacy.detect.SpelledNameDetector;
import dev.logmill.curation.privacy.detect.SqlRowDetector;
import dev.logmill.curation.privacy.detect.TableDetector;
import dev.logmill.curation.privacy.detect.UrlDetector;
import dev.logmill.curation.privacy.detect.VehicleDetector;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every detector. Where two findings overlap the longer stands, then that of the earlier constant here. */
public enum DetectorKind {
    MAIL(MailDetector::new),
    SPELLED_MAIL(SpelledMailDetector::new),
    IBAN(IbanDetector::new),
    CARD(CardDetector::new),
    LAST_DIGITS(LastDigitsDetector::new),
    CARD_EXPIRY(CardExpiryDetector::new),
    CARD_REST(CardRestDetector::new),
    NATIONAL_ID(NationalIdDetector::new),
    CALLED_ID(CalledIdDetector::new),
    PLATE(PlateDetector::new),
    VEHICLE(VehicleDetector::new),
    BANK_CODE(BankCodeDetector::new),
    IP(IpDetector::new),
    IPV6(Ipv6Detector::new),
    MAC(MacDetector::new),
    CRYPTO(CryptoAddressDetector::new),
    URL(UrlDetector::new),
    LOGIN(LoginDetector::new),
    HANDLE(HandleDetector::new),
    HOME_PATH(HomePathDetector::new),
    PERSON_PATH(PersonPathDetector::new),
    FILE_NAME(FileNameDetector::new),
    DEVICE_NAME(DeviceNameDetector::new),
    ARN(ArnDetector::new),
    COORDINATES(CoordinatesDetector::new),
    BIRTH_DATE(BirthDateDetector::new),
    AGE(AgeDetector::new),
    SECRET(SecretDetector::new),
    PHONE(PhoneDetector::new),
    ADDRESS(AddressDetector::new),
    ORGANISATION(OrganisationDetector::new),
    PERSON(PersonDetector::new),
    MACHINE_NAME(MachineNameDetector::new),
    NATIVE_SCRIPT(NativeScriptDetector::new),
    PLACE(PlaceDetector::new),
    PEOPLES(PeoplesDetector::new),
    SQL_ROW(SqlRowDetector::new),
    TABLE(TableDetector::new),
    FIELD(FieldDetector::new),
    SPELLED_NAME(SpelledNameDetector::new);

    /** Those that know what they find by words, and so find it in prose alone. */
    private static final Set<DetectorKind> OF_PROSE = EnumSet.of(
            ADDRESS,
            AGE,
            HANDLE,
            NATIVE_SCRIPT,
            ORGANISATION,
            PERSON,
            PLACE,
            PEOPLES,
            SQL_ROW,
            TABLE,
            FIELD,
            SPELLED_NAME);

    /** Towns, firms, ages and peoples in what a developer wrote of a tool are examples, or the team's own, and nobody's. */
    private static final Set<DetectorKind> NOBODYS_IN_DESCRIPTIONS = EnumSet.of(AGE, ORGANISATION, PLACE, PEOPLES);

    private final Supplier<Detector> constructor;

    DetectorKind(Supplier<Detector> constructor) {
        this.constructor = constructor;
    }

    /** One of each, and each that somebody put beside them: see {@link PluggedDetectors}. */
    public static List<Detector> all() {
        return allBut(Set.of());
    }

    /** Those that look at what tools are described by: all but those of what is nobody's there. */
    static List<Detector> ofDescriptions() {
        return allBut(NOBODYS_IN_DESCRIPTIONS);
    }

    private static List<Detector> allBut(Set<DetectorKind> some) {
        Stream<Detector> own =
                Arrays.stream(values()).filter(kind -> !some.contains(kind)).map(kind -> kind.constructor.get());
        return Stream.concat(own, PluggedDetectors.found().stream()).toList();
    }

    /** One of each that goes by form alone: in ids, in names of agents and tools and in paths a word names a thing. */
    public static List<Detector> ofForm() {
        return Arrays.stream(values())
                .filter(kind -> !OF_PROSE.contains(kind))
                .map(kind -> kind.constructor.get())
                .toList();
    }
}
