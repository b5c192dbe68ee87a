package dev.logmill.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A task as one person writes it, now and then with something personal in it. */
record Asked(String text, double difficulty, Optional<Task.Retrieved> retrieved, List<Identity> identities) {
    /** Something personal, as it stands in the text. */
    record Identity(String kind, String value) {}

    private static final double PERSONAL = 0.25;

    static Asked of(Task task, People.Person person, Draw draw) {
        List<Identity> identities = new ArrayList<>();
        String text = task.text();
        if (text.contains(People.CONTACT)) {
            text = text.replace(People.CONTACT, person.mail());
            identities.add(new Identity("EMAIL", person.mail()));
        }
        if (draw.chance(PERSONAL)) {
            Identity identity = draw.of(List.of(
                    new Identity("EMAIL", person.mail()),
                    new Identity("PHONE", person.phone()),
                    new Identity("CARD", person.card()),
                    new Identity("IBAN", person.iban()),
                    new Identity("IP", person.ip())));
            text = text + " " + sentence(identity);
            identities.add(identity);
        }
        return new Asked(text, task.difficulty(), task.retrieved(), identities);
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
