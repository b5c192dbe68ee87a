package dev.logmill.curation.privacy.detect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people call what has a number: cards, and what else they tell the last digits of, in the words of {@link Cues}. */
final class CardNames {
    /** Cards by names that mean nothing else; a visa is in a passport, too. */
    static final Set<String> CARDS =
            Phrases.of("card|cards|mastercard|amex|american express|maestro|debit|kreditkarte|karte"
                    + "|girocard|carte|tarjeta|carta|kaart|creditcard|karta|karty|kartę|cartão|kort");

    private static final Map<String, Set<String>> OTHERS = Map.of(
            "ACCOUNT",
            Phrases.of("account|acct|konto|compte|cuenta|conto|rekening|iban|conta|checking|savings|rachunek"),
            "PHONE",
            Phrases.of("phone|mobile|telephone|cell|telefon|handy|téléphone|teléfono|telefono|telefoon|telefone"),
            "NATIONALID",
            Phrases.of("ssn|social|social security|passport|nino|aadhaar|tax id|national id"));

    private CardNames() {}

    /** The type of what the words before a place are about; empty where they are about nothing that has a number. */
    static Optional<String> type(Cues cues) {
        if (cues.say(CARDS)) {
            return Optional.of("CARD");
        }
        return OTHERS.entrySet().stream()
                .filter(other -> cues.say(other.getValue()))
                .map(Map.Entry::getKey)
                .min(String::compareTo);
    }

    /** Whether the words before a place end with one. */
    static boolean end(Cues cues) {
        return cues.endWith(CARDS) || OTHERS.values().stream().anyMatch(cues::endWith);
    }
}
