package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of addresses, folded as {@link Lexicon} has it: kinds of streets, parts of a house, states. */
final class StreetWords {
    private static final Set<String> BEHIND =
            Phrases.of("street|st|str|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl"
                    + "|square|sq|terrace|ter|highway|hwy|parkway|pkwy|circle|cir|crescent|close|trail|trl"
                    + "|turnpike|loop|alley|row|mews|gardens|grove|quay|strasse|gasse|weg|platz|allee|ring"
                    + "|straat|laan|plein|vej|gade|gata|gatan|vagen|veien|katu|utca|ut|ulice|caddesi|sokak"
                    + "|ulica|marg|pde|parade|gr|cres|cct|esp|esplanade|wynd|chowk|nagar|vihar|enclave");
    private static final Set<String> BEFORE = Phrases.of(
            "via|viale|piazza|corso|largo|vicolo|rua|avenida|av|travessa|calle|paseo|camino|carrera"
                    + "|plaza|rue|boulevard|place|chemin|allee|quai|impasse|route|ul|ulica|aleja|os|trg|ulice"
                    + "|namesti|strada|bulevardul|jalan|jl|rruga|r|c|avenue|aleea|calea|soseaua|intrarea|splaiul|borgo|stretto|contrada|rotonda"
                    + "|canale|callejon|cerrada|privada|andador|retorno|circuito|prolongacion|cuesta|glorieta|ronda|pasaje"
                    + "|travesia|loteamento|alameda|praca|praia|rodovia|estrada|jardim|ladeira|vereda|viela|al|pl|plac|osiedle"
                    + "|cours|esplanade|passage|ruelle|square|bulevar|bulvar|prospekt|ulitsa|piazzale|lungomare"
                    + "|viaducto|calzada|ampliacion|circunvalacion|corredor|peatonal|periferico|rambla|urbanizacion|pasadizo");
    private static final Endings ENDS = new Endings(
            List.of(
                    "strasse",
                    "stasse",
                    "str",
                    "gasse",
                    "platz",
                    "allee",
                    "straat",
                    "laan",
                    "plein",
                    "gracht",
                    "kade",
                    "dijk",
                    "singel",
                    "vej",
                    "gade",
                    "gatan",
                    "gata",
                    "vagen",
                    "vegen",
                    "veien",
                    "veg",
                    "vegur",
                    "stigen",
                    "katu",
                    "kuja",
                    "polku",
                    "utca",
                    "steenweg",
                    "weg",
                    "ring",
                    "damm",
                    "ufer",
                    "lande",
                    "hof",
                    "havn",
                    "straede",
                    "torv",
                    "vaegen",
                    "gaten",
                    "steeg",
                    "boulevard",
                    "tie",
                    "avenue",
                    "plads",
                    "alle",
                    "dreef",
                    "baan",
                    "pad"),
            3);
    /** Words that end so and are no street. */
    private static final Set<String> OTHERS = Phrases.of(
            "garantie|partie|sortie|amnestie|demokratie|aktie|aktien|therapie|during|string|monitoring|engineering|bahnhof|friedhof"
                    + "|autobaan|vakantiebaan|bijbaan|snelbaan|hinweg|durchweg|keyring|gateway|anlande|insgesamt|spring");

    private static final Set<String> UNITS = Phrases.of(
            "suite|ste|apt|apartment|unit|flat|room|floor|apto|appt|wohnung|box|piso|puerta|portal|escalera");

    /** Kinds of streets that stand between a name and a number. */
    private static final Set<String> BETWEEN = Phrases.of(
            "reihe|chaussee|promenade|graben|twiete|utca|ut|u|rakpart|ter|tere|korut|ulice|caddesi|cad|sokak|sok|straat"
                    + "|laan|weg|plein|allee|gata|vej|gade|katu|tie|str|strasse|platz|ring|damm|steenweg|cesta|namesti");

    /** Those that a number behind makes a part of an address wherever they stand. */
    private static final Set<String> SURE_UNITS = Set.of("suite", "apt", "apartment", "apto", "appt");

    private static final Set<String> OF_NAMES = Phrases.of(
            "the|old|new|first|last|one|great|good|queen|king|saint|prince|princess|bishop|pope|world|american|english"
                    + "|french|british|indian|june|april|august|sunday|happy|christmas|easter|evening|morning|section|flight");

    private static final Set<String> STATES =
            Phrases.of("AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH"
                    + "|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|AP|AE|AA");

    /** Behind these a number with words behind it is a house in a street. */
    static final Set<String> CALLED = Phrases.of(
            "address|addresses|adresse|direcci\u00f3n|indirizzo|adres|endere\u00e7o|live at|lives at"
                    + "|living at|meet me at|deliver|delivered to|deliver to|ship to|shipped to|send to|taxi to"
                    + "|cab to|return to|office is at|located at|come to|here they are|pick me up at|street"
                    + "|stay at|staying at|residing at|resident at|mail to|moved to|wohne in|house at|home at"
                    + "|one to|wohnt in|wohnhaft in|habite au|vivo en|vive en|abito in|bring it to|drop it at|meet at|go to|send a new one to"
                    + "|live on|lives on|home is at|sent to|return it to|address to|address from|address with|located on");

    /** Behind these a number is a postal code. */
    static final Set<String> CODES =
            Phrases.of("zip|zipcode|zip code|postcode|post code|postal code|plz|code postal|pincode"
                    + "|postleitzahl|cap|cep|código postal|codigo postal|codice postale|pin code|cp");

    private static final Set<String> CALL_ENDS = lastWords(CALLED);
    private static final Set<String> CODE_ENDS = lastWords(CODES);
    private static final Set<String> BEHIND_ADDRESS =
            Set.of("in", "please", "near", "and", "by", "for", "at", "on", "or", "if", "as", "is");
    private static final Set<String> LABELS =
            Phrases.of("address|streetaddress|street|address1|address2|addressline1|addressline2|line1|line2"
                    + "|homeaddress|billingaddress|shippingaddress|mailingaddress|deliveryaddress|postaladdress"
                    + "|zip|zipcode|pincode|postalcode|postcode|plz|cep|codigopostal|codicepostale|strasse|adresse|direccion|indirizzo|endereco|rue"
                    + "|calle|housenumber|fulladdress|straat|straatnaam|ulica|gatuadress|via|adres|codepostal");

    private StreetWords() {}

    /** With those that link them to what follows. */
    private static Set<String> lastWords(Set<String> phrases) {
        Set<String> last = new HashSet<>(Set.of("is", "to", "s", "are", "the", "number", "code", "my", "it"));
        phrases.forEach(phrase -> last.add(Folded.of(phrase.substring(phrase.lastIndexOf(' ') + 1))));
        return Set.copyOf(last);
    }

    /** What can be the last word before what is called an address. */
    static Set<String> callEnds() {
        return CALL_ENDS;
    }

    /** What can be the last word before what is called a postal code. */
    static Set<String> codeEnds() {
        return CODE_ENDS;
    }

    /** Whether a sentence can go on with it behind an address. */
    static boolean isBehindAddress(String word) {
        return BEHIND_ADDRESS.contains(word);
    }

    /** All that an address can begin with in small letters. */
    static Set<String> all() {
        Set<String> all = new HashSet<>(BEFORE);
        all.addAll(BETWEEN);
        all.addAll(SURE_UNITS);
        all.addAll(Set.of("corner", "unit"));
        all.addAll(PostalBox.beginnings());
        all.addAll(IndianUnit.units());
        return all;
    }

    /** Whether a word that is in no name of a person may be in that of a street: Old Mill Lane, First Avenue. */
    static boolean isOfName(String folded) {
        return OF_NAMES.contains(folded);
    }

    /** What stands behind the name of a street. */
    static Set<String> behind() {
        return BEHIND;
    }

    /** What stands before the name of a street. */
    static Set<String> before() {
        return BEFORE;
    }

    /** Whether it is the name of a street in one word: Hauptstrasse. */
    static boolean isWhole(String word) {
        return ENDS.isOf(word) && !OTHERS.contains(word);
    }

    /** Whether it stands between the name of a street and the number of a house. */
    static boolean isBetween(String word) {
        return BETWEEN.contains(word);
    }

    /** Whether a number behind it counts a part of a house. */
    static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    static boolean isSureUnit(String word) {
        return SURE_UNITS.contains(word);
    }

    /** Whether two capitals are those of a state of the United States. */
    static boolean isState(String capitals) {
        return STATES.contains(capitals);
    }

    /** Whether a JSON key says that an address or a part of it stands under it. */
    static boolean isLabel(String key) {
        if (key.isEmpty()) {
            return false;
        }
        String folded = Label.folded(key);
        return LABELS.contains(folded) || LABELS.contains(KeyEnd.withoutOwner(folded));
    }
}
