package dev.logmill.jobs.simulate;

import java.util.Optional;

/**
 * A task as one person writes it, now and then with something personal in it.
 *
 * @param personal whether there is
 */
record Asked(String text, double difficulty, Optional<SimulatedTask.Retrieved> retrieved, boolean personal) {
    /** Something personal, as it stands in texts. */
    record Identity(String kind, String value) {}

    private static final double PERSONAL = 0.25;

    static Asked of(SimulatedTask task, People.Person person, Dice dice) {
        String text = task.text().replace(People.CONTACT, person.mail());
        boolean adds = dice.chance(PERSONAL);
        return new Asked(
                adds ? text + " " + sentence(dice.of(person.identities())) : text,
                task.difficulty(),
                task.retrieved(),
                adds || !text.equals(task.text()));
    }

    private static String sentence(Identity identity) {
        return switch (identity.kind()) {
            case "EMAIL" -> "You can reach me at " + identity.value() + " any time.";
            case "PHONE" -> "My phone is " + identity.value() + " by the way.";
            case "CARD" -> "My card is " + identity.value() + " as before.";
            case "IBAN" -> "My account is " + identity.value() + " as ever.";
            default -> "I write from " + identity.value() + " today.";
        };
    }
}
