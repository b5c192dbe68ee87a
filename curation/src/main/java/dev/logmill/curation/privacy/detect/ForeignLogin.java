package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/**
 * Logins behind what they are called in languages whose words no list here has: a mark or a name within tells one from a word.
 * {@code Benutzername: klee_77}, {@code {"usuario": "pilar_rz"}}.
 */
final class ForeignLogin {
    private static final List<String> NAMES = Topic.CALLED_WORD.parts();
    private static final int FIRST = NAMES.indexOf("benutzername");
    private static final int LAST = NAMES.indexOf("utente");

    /** From here on, what whoever uses something is called, too, of whom much is said: a sign must stand behind. */
    private static final int FIRST_OF_USERS = NAMES.indexOf("usuario");

    private static final Set<String> LABELS = Phrases.of(
            "benutzername|nomutilisateur|nomdutilisateur|usuario|nombreusuario|nombredeusuario|gebruikersnaam|nazwauzytkownika|nazwau\u017cytkownika"
                    + "|anv\u00e4ndarnamn|anvandarnamn|nomeutente|nomeusuario|nomedeusuario|brugernavn|brukernavn");

    private ForeignLogin() {}

    /** Whether the text under a JSON key is one. */
    static boolean isUnder(String label, String text) {
        return !label.isEmpty() && LABELS.contains(Label.plain(label)) && LoginWord.isOne(text, true) && isNoWord(text);
    }

    /** Whether a word of the topic of logins is of another language. */
    static boolean isName(int word) {
        return word >= FIRST && word <= LAST;
    }

    /** Whether one stands behind such a word that ends at an index. */
    static boolean is(String text, int word, int nameEnd) {
        CalledWord called = CalledWord.behind(text, nameEnd);
        String login = called.of(text);
        boolean numbered = LoginWord.hasDigit(login) && LoginForm.is(login);
        return numbered
                || ActingUser.isNumbered(login)
                || ((called.set() || word < FIRST_OF_USERS) && isNoWord(login))
                || (called.set() && JoinedLogin.is(login))
                || (NamedLogin.is(login) && Lexicon.isUnknown(login));
    }

    private static boolean isNoWord(String login) {
        return !login.isEmpty() && (LoginWord.hasMark(login) || NamedLogin.is(login));
    }
}
