package dev.logmill.jobs.simulate;

import dev.logmill.curation.json.Json;
import java.time.LocalDate;
import java.util.List;

/** Invented identifiers, each for one place of one night alone, and written down in the truth as they are given out. */
final class Identities {
    private static final List<String> FIRST = List.of("Rosalind", "Thaddeus", "Wilhelmina", "Cordelia", "Leopold");
    private static final List<String> LAST =
            List.of("Featherstone", "Hathaway", "Winterbottom", "Okonkwo", "Vandermeer");

    private final String seed;
    private final LocalDate night;
    private final Truth truth;

    Identities(long seed, LocalDate night, Truth truth) {
        this.seed = Long.toString(seed);
        this.night = night;
        this.truth = truth;
    }

    String mail(String place) {
        return planted(
                "EMAIL",
                place,
                "nadia.%s@canary.example.org".formatted(dice("mail", place).hex(12)));
    }

    String name(String place) {
        Dice dice = dice("name", place);
        return planted("PERSON", place, "%s %s".formatted(dice.of(FIRST), dice.of(LAST)));
    }

    /** A German mobile number. */
    String phone(String place) {
        Dice dice = dice("phone", place);
        return planted("PHONE", place, "+49 1512 %07d".formatted(dice.between(1_000_000, 9_999_999)));
    }

    String card(String place) {
        return planted("CARD", place, People.card(dice("card", place)));
    }

    String iban(String place) {
        return planted("IBAN", place, People.iban(dice("iban", place)));
    }

    /** In the form of a GitHub token. */
    String token(String place) {
        return planted("SECRET", place, "ghp_" + dice("token", place).hex(36));
    }

    private Dice dice(String kind, String place) {
        return Dice.of("canary", seed, night.toString(), kind, place);
    }

    private String planted(String kind, String place, String value) {
        truth.add(
                Truth.Page.CANARIES,
                Json.MAPPER
                        .createObjectNode()
                        .put("night", night.toString())
                        .put("place", place)
                        .put("kind", kind)
                        .put("value", value));
        return value;
    }
}
