package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** What is said of a password and is none, in small letters: required, falsch, incorrecte. */
final class SecretStates {
    private static final Set<String> ALL = Phrases.of(
            "incorrect|wrong|correct|right|required|needed|missing|expired|changed|printed|written|invalid|weak|strong|displayed|empty"
                    + "|blank|protected|encrypted|hashed|stored|optional|mandatory|hidden|shown|visible|different|secure|safe|known"
                    + "|unknown|saved|accepted|rejected|valid|working|broken|fine|ready|below|above|here|there|case-sensitive|reset"
                    + "|gone|lost|forgotten|stolen|leaked|compromised|locked|blocked|easy|hard|long|short|good|okay|already|still"
                    + "|also|something|nothing|anything|unchanged|updated|generated|default|failing|failed|what|where|this|that|same"
                    + "|hint|prompt|field|input|file|manager|getpass|password|passwd|passwort|string|secret|true|false|null|none|self"
                    + "|private|confidential|redacted|masked|user|name|value|text|variable|attached|enclosed|available|temporary|very"
                    + "|unsafe|insecure|obvious|guessable|recorded|verified|confirmed|checked|not|unset|later"
                    + "|plaintext|plain|cleartext|insensitive|immutable|reusable"
                    + "|falsch|richtig|korrekt|abgelaufen|gesperrt|vergessen|ungültig|gültig|sicher|unsicher|zurückgesetzt|geändert|bekannt"
                    + "|unbekannt|erforderlich|nötig|notwendig|leer|kurz|lang|schwach|stark|gespeichert|verloren|gestohlen|nicht|hier|kompromittiert|einfach|noch|immer|jetzt|wieder"
                    + "|incorrecte|faux|fausse|expiré|oublié|perdu|invalide|bloqué|bon|mauvais|faible|fort|obligatoire|requis|nécessaire|vide"
                    + "|court|refusé|sécurisé|toujours|trop|très|compromis|changé|réinitialisé|erroné"
                    + "|incorrecta|correcta|inválida|válida|obligatoria|necesaria|expirada|caducada|olvidada|débil|segura|fuerte|demasiado|corta"
                    + "|larga|vacía|mala|buena|rechazada|bloqueada|errónea|esta|este|muy"
                    + "|errata|sbagliata|corretta|scaduta|dimenticata|debole|sicura|forte|troppo|molto|lunga|vuota|bloccata|obbligatoria|richiesta"
                    + "|valida|persa|cambiata|ancora"
                    + "|onjuist|fout|verlopen|vergeten|verkeerd|juist|geblokkeerd|ongeldig|geldig|zwak|sterk|veilig|niet|verplicht|vereist|leeg"
                    + "|goed|kwijt|gewijzigd|nodig"
                    + "|incorreta|correta|obrigatória|esquecida|fraca|muito|errada|curta|longa|vazia|inválido|incorreto|correto");

    private static final Set<String> PARTS =
            Phrases.of("not|too|the|out|yet|per|and|for|user|auto|non|pre|one|time|from|with|only");

    private SecretStates() {}

    static boolean has(String value) {
        return ALL.contains(value);
    }

    /** Whether it is three words or more with marks between, as words that were drawn for a password: correct-horse-battery. */
    static boolean isDrawn(String value) {
        String[] parts = value.toLowerCase(Locale.ROOT).split("[-_.]", -1);
        boolean words = parts.length >= 3;
        for (String part : parts) {
            words &= part.length() >= 3 && part.chars().allMatch(Character::isLetter) && !PARTS.contains(part);
        }
        return words;
    }

    /** Whether a word of small letters is rather said of something: behind "password is" it is of English or ends as such words do. */
    static boolean mayBeSaid(String value) {
        return !value.chars().allMatch(c -> c >= 'a' && c <= 'z')
                || EnglishWords.has(value)
                || value.matches(".*(able|ible|ed|ing|ive|less|ory|ary|ly|al|ic|ent|ant|ous|ful)");
    }
}
