package dev.logmill.curation.privacy.detect;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** Tells what a value of a table is under the name of its column, which says of it what a JSON key does. */
final class ColumnValues implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Detector> detectors = List.of(
            new PersonDetector(),
            new MailDetector(),
            new PhoneDetector(),
            new BirthDateDetector(),
            new AddressDetector(),
            new PlaceDetector(),
            new NationalIdDetector(),
            new CalledIdDetector(),
            new LoginDetector(),
            new SecretDetector());

    /** @param start index of the value's first char in the text whose places the sink is told */
    void under(String column, String value, int start, Consumer<Finding> sink) {
        Scan scan = Scan.of(value);
        for (Detector detector : detectors) {
            if (detector.mayFind(scan.signs())) {
                detector.find(
                        scan,
                        column,
                        found -> sink.accept(
                                new Finding(found.type(), start + found.start(), start + found.end(), found.value())));
            }
        }
    }
}
