package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Licence plates, by what calls them so and by the forms of countries; see {@link PlateForm}. */
public final class PlateDetector implements Detector {
    private static final List<String> PARTS = Topic.CALLED_ID.parts();

    /** Those of the topic's words that plates are called by; texts without any are spared the search. */
    private static final Set<String> OF_PLATES = Phrases.of(
            "plate|registration|kennzeichen|nummernschild|plaque|immatric|matr|targa"
                    + "|kenteken|tablica|placa|vehicle|rejestrac|registrering|rendsz|spz|car reg|plates|kennz|vrm|reg|nummerplaat|rejestracja|registratie|targat|tag n|registered|car n|car");

    private static final Set<String> WORDS = CalledSearch.words(PlateForm.ALL);

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        if (Label.of(label).isAbout(Topic.CALLED_ID)
                || isAboutPlates(scan.mentions().of(Topic.CALLED_ID))) {
            CalledSearch.in(scan, label, PlateForm.ALL, cues -> cues.say(WORDS), sink);
        }
    }

    private static boolean isAboutPlates(Mentions.Places mentions) {
        for (int i = 0; i < mentions.count(); i++) {
            if (OF_PLATES.contains(PARTS.get(mentions.word(i)))) {
                return true;
            }
        }
        return false;
    }
}
