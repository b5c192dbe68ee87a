package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that places are told by: what stands before them, what they begin and end with, what they are called. */
final class PlaceWords {
    /** Behind these whatever has a capital is a place. */
    static final Set<String> LIVED = Phrases.of(
            "home city|office in|offices in|branch in|house in|flat in|home in|store in|shop in|factory in|headquartered in"
                    + "|headquarters in|clinic in|hospital in|weekend in|honeymoon in|holiday in|vacation in|conference in|stationed in"
                    + "|hotel in|apartment in|villa in|farm in|cottage in|retired to|resides in|residing in|relocated to|relocating to"
                    + "|settled in|wedding in|married in|buried in|died in|raised near|live near|lives near|flew to"
                    + "|trip to|traveling to|travelling to|visiting|live in|lives in|lived in|living in|born in|grew up in|raised in"
                    + "|moved to|moved from|moved here from|moving to|based in|resident of|located in|hometown|home town|native of"
                    + "|citizen of|arrived at|arrived in|visited|i am in|im in|currently in|street in|wohne in|wohnt in|habite à|vivo en"
                    + "|vive en|abito a|abita a|residente a|risiede a|domiciliato a|domiciliata a|resido en|reside en|moro em|mora em|jhabite à"
                    + "|habitant à|domicilié à|domiciliée à|mieszkam w|mieszka w|mieszkam we|mieszka we|zamieszkały w|zamieszkała w|woon in"
                    + "|woont in|bor i|bosatt i");

    /** Behind these a place of the list is where somebody is from; other words with a capital are anything in German. */
    static final Set<String> COMES = Phrases.of(
            "kommt aus|komme aus|stammt aus|stamme aus|lebt in|lebe in|gebürtig aus|aufgewachsen in|geboren in|umgezogen nach");

    /** Where one of these is said before, "in" and another word with a capital tell where somebody is. */
    static final Set<String> LIFE = Phrases.of(
            "born|birth|live|lives|lived|living|moved|grew|raised|resides|residing|resident|based|located|employed|married"
                    + "|wedding|citizen|weather|trip|vacation|holiday|holidays|stay|staying|stayed|apartment|died|buried|studied"
                    + "|hospital|relatives|visiting|visited|visit|hometown|village|town|parents|relocated|settled|retired|arrived"
                    + "|arrives|landed|residence|vivo|wohne|habite|geboren|née|né|nació|nato|nata");

    /** Where one of these is said before, "from" and "to" are about places. */
    static final Set<String> TRAVEL = Phrases.of(
            "flew|fly|flying|flights|travel|traveled|travelled|traveling|travelling|drove|drive|train|bus|trip|moved|moving"
                    + "|relocated|relocating|commute|shipped|ferry|move|driving");

    /** Places that are given names too, and that a text means more often than somebody of that name. */
    private static final Set<String> BETTER_KNOWN = Phrases.of(
            "houston|dallas|denver|boston|phoenix|paris|london|milan|vienna|geneva|orlando|cairo|lima|memphis|berlin"
                    + "|salem|raleigh|rome|athens|perth|brisbane|melbourne|kingston|york|lancaster|bristol|lisbon|havana"
                    + "|quito|tulsa|columbus|kansas|carolina|kenya|india|israel|ireland|malta|cuba|china|scotland|england"
                    + "|america|africa|europe|asia|austin|washington|santiago|brooklyn|bronx|manhattan|montreal|quebec"
                    + "|roma|verona|catania|napoli|odessa|alexandria|aurora|jerusalem|bethlehem|zion|nevada|montana|indiana"
                    + "|arizona|utah|dakota|texas|oklahoma|maine|alabama|louisiana|missouri|aragon|cordoba|valencia|palermo"
                    + "|cleveland|lincoln|arlington|lincolnshire|egypt|jamaica|tunisia|argentina|romania|albania|armenia"
                    + "|holland|vietnam|japan|persia|arabia|granada|seville|atlanta|alanya|basel|bali|capri|corsica|siena");

    /** Before a name these make a place: Lake Jennifer, Port Arthur. */
    private static final Set<String> LANDSCAPES = Phrases.of(
            "lake|port|mount|mt|fort|cape|north|south|east|west|new|saint|san|santa|los|las|point|isle|rio|bad"
                    + "|sankt|queen|king|sint|sainte|costa|puerto|monte|villa|ciudad|university|church|lower|upper|great|greater");

    private static final Endings ENDS = new Endings(
            List.of(
                    "ville",
                    "burgh",
                    "borough",
                    "shire",
                    "mouth",
                    "haven",
                    "chester",
                    "furt",
                    "stad",
                    "bury",
                    "town",
                    "hausen",
                    "heim",
                    "feld",
                    "bach",
                    "hofen",
                    "dorf",
                    "grad",
                    "gorod",
                    "abad",
                    "nagar",
                    "garh",
                    "polis",
                    "koping",
                    "havn",
                    "holm",
                    "wick",
                    "worth",
                    "vik",
                    "fjord",
                    "hamn",
                    "kirchen",
                    "brunn",
                    "walde",
                    "stetten",
                    "pura",
                    "pore",
                    "puram",
                    "minster",
                    "ingen",
                    "recht",
                    "drecht",
                    "wijk",
                    "sele",
                    "sund",
                    "nes",
                    "halas",
                    "keresztur",
                    "ovice",
                    "onice",
                    "ovce",
                    "sjoki",
                    "jarvi",
                    "lahti",
                    "koski",
                    "view",
                    "fort",
                    "side",
                    "berg",
                    "bad",
                    "land",
                    "ton",
                    "port",
                    "ford",
                    "field"),
            0);
    private static final int SHORTEST = 7;

    private static final Set<String> LABELS = Set.of(
            "city",
            "town",
            "where",
            "venue",
            "geburtsort",
            "wohnort",
            "cityofbirth",
            "birthcity",
            "hometown",
            "birthplace",
            "placeofbirth",
            "ciudad",
            "ville",
            "stadt",
            "ort",
            "locality",
            "county",
            "municipality",
            "suburb",
            "citta",
            "cidade",
            "miasto",
            "plaats",
            "woonplaats",
            "hometowncity",
            "localidad",
            "localidade",
            "localita",
            "provincia",
            "poblacion",
            "comune",
            "municipio",
            "concelho",
            "gemeinde",
            "gemeente",
            "miejscowosc");

    /** In small letters within the names of towns. */
    private static final Set<String> LINKS = Set.of(
            "nad", "pod", "am", "an", "im", "bei", "ob", "sur", "sous", "les", "los", "las", "upon", "on", "aan", "op",
            "i");

    private PlaceWords() {}

    /** The last words of what somebody lives in or comes from. */
    static Set<String> lastWords() {
        return Stream.concat(LIVED.stream(), COMES.stream())
                .map(cue -> Folded.of(cue.substring(cue.lastIndexOf(' ') + 1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Places that are given names too, and rather the place. */
    static Set<String> betterKnown() {
        return BETTER_KNOWN;
    }

    /** Words that make the name behind them a place. */
    static Set<String> landscapes() {
        return LANDSCAPES;
    }

    /** Whether a word with a capital makes the name behind it a place. */
    static boolean isLandscape(Words words, int word) {
        return word >= 0 && words.is(word, Lexicon.LANDSCAPE) && words.isCapital(word) && words.adjoins(word);
    }

    /** Whether it ends as towns do; a word that is nothing else in the lists. */
    static boolean looksLikeTown(String folded) {
        return folded.length() >= SHORTEST && ENDS.isOf(folded) && !Lexicon.isListed(folded);
    }

    static boolean isLink(String folded) {
        return LINKS.contains(folded);
    }

    /** The same of a word of a text, in small letters. */
    static boolean isLabelWord(String folded) {
        return LABELS.contains(Label.unmarked(folded));
    }

    /** Whether a JSON key says that the name of a place stands under it. */
    static boolean isLabel(String key) {
        return !key.isEmpty() && LABELS.contains(Label.plain(key));
    }
}
