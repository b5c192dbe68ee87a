package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/** How licence plates are told: by a form that countries have, with a word of vehicles before; by any, where it is called one. */
enum PlateForm implements CalledSearch.Kind {
    /** Called a plate right before. */
    CALLED {
        @Override
        public boolean proves(String id, int digits) {
            return id.length() >= 4 && id.length() <= 10 && digits >= 1 && digits < id.length();
        }
    },
    /** In the form of a country, and called a plate somewhere before: "the plates were seen, AB12 CDE". */
    OF_A_COUNTRY {
        @Override
        public boolean proves(String id, int digits) {
            return digits >= 2 && FORMS.contains(form(id));
        }

        @Override
        public boolean isCalled(Cues cues) {
            return cues.say(words());
        }
    },
    /** In the form of the Kingdom, behind a word that parts of programs have as well: "reg GK21 WZP". */
    OF_THE_KINGDOM {
        @Override
        public boolean proves(String id, int digits) {
            return digits == 2 && form(id).equals("aaddaaa");
        }

        @Override
        public Set<String> words() {
            return REGISTERED;
        }
    },
    /** In the form of the Kingdom or of India right behind a word of vehicles: "registered AB12 CDE", "Vehicle MH 12 AB 4821". */
    OF_A_VEHICLE {
        @Override
        public boolean proves(String id, int digits) {
            return OF_VEHICLES.contains(form(id));
        }

        @Override
        public Set<String> words() {
            return VEHICLES;
        }
    };

    static final List<PlateForm> ALL = List.of(values());

    private static final Set<String> WORDS = Set.of(
            ("license plate|licence plate|number plate|plate|plates|plate number|plate no|registration plate|registration plates"
                            + "|vehicle registration|car registration|vehicle reg|car reg|license plates|licence plates|number plates"
                            + "|vehicle number|kfz kennzeichen|amtliches kennzeichen"
                            + "|kennzeichen|nummernschild|plaque dimmatriculation|immatriculation|matrícula|targa|kenteken"
                            + "|tablica rejestracyjna|numer rejestracyjny|placa|plaque|kennz|vrm|nummerplaat|rejestracja|nr rej|nr rejestracyjny|registratienummer|registreringsnummer|rendszám|spz|immatriculé|immatriculée|targata|targato|tag number|tag no|license tag|car number")
                    .split("\\|", -1));

    private static final Set<String> REGISTERED =
            Phrases.of("reg|registration|reg no|reg number|reg nr|registration no|registration number");

    private static final Set<String> VEHICLES =
            Phrases.of("registered|vehicle|vehicle no|car|car no|auto|bike|scooter|truck|van");

    private static final Set<String> OF_VEHICLES = Phrases.of("aaddaaa|aaddaadddd|aaddadddd");

    /** Letters and digits as they follow one another: the Kingdom, Germany, France and Italy, Spain, Poland, India, America. */
    private static final Set<String> FORMS = Phrases.of(
            "aaddaaa|adddaaa|aaadddd|aaaddd|aadddaa|ddddaaa|aadddd|aaadddaa|aaddddd|aaddddaa|aadddda|addddaa|aaddaadddd"
                    + "|aaddadddd|daaaddd|dddaaa|aaadda|dddaddd|aaaaddd|aaadadd|aaaddaa|aaadddda|aaaddda|ddaadd|aaaadddd"
                    + "|aaaddddd");

    @Override
    public String type() {
        return "PLATE";
    }

    @Override
    public Set<String> words() {
        return WORDS;
    }

    private static String form(String id) {
        StringBuilder form = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            form.append(Letters.isDigit(id.charAt(i)) ? 'd' : 'a');
        }
        return form.toString();
    }
}
