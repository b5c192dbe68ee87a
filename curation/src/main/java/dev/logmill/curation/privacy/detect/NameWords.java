package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that are in names, and words with a capital that are in none. All are folded as {@link Lexicon} has it. */
final class NameWords {
    private static final Set<String> TITLES =
            Phrases.of("mr|mrs|ms|miss|mister|dr|prof|professor|sir|madam|lady|lord|herr|herrn|frau|monsieur|madame"
                    + "|mme|mlle|senor|senora|srta|signor|signora|sig|dott|pan|pani|mevrouw|meneer|heer|dhr|mevr|fru"
                    + "|doctor|judge|senator|captain|rev|father|sister|mx|sra|sr|hr|ing|dipl|reverend|president|sergeant|officer"
                    + "|colonel|lieutenant|detective|nurse|coach|uncle|aunt|aunty|auntie|grandma|grandpa");

    /** Those that in small letters are nothing else. */
    private static final Set<String> SMALL_TITLES = Phrases.of(
            "mr|mrs|ms|mister|dr|prof|professor|herr|frau|monsieur|madame|senor|senora|signor|signora|mevrouw|meneer|heer|dhr|mevr|fru");

    private static final Set<String> SHORT_TITLES = Set.of("prof", "dott", "mevr", "srta", "dipl");

    private static final Set<String> PARTICLES = Phrases.of(
            "van|von|de|der|den|del|della|dei|degli|delle|dello|di|da|do|dos|das|la|le|du|des|el|al|bin|ibn|ben|ten|ter|zu"
                    + "|zur|af|av|y|e|st");
    private static final Set<String> NO_NAMES = withApostrophes(
            Phrases.of(
                    "bot|chatbot|into|onto|done|hiring|apt|suite|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
                            + "|april|may|june|july|august|september|october|november|december|i|the|a|an|and|or"
                            + "|but|if|in|on|at|to|of|for|with|from|by|is|are|was|were|be|it|its|this|that|these"
                            + "|those|there|here|he|she|we|you|they|my|your|his|her|our|their|what|when|where|who"
                            + "|whose|why|how|which|yes|no|not|do|does|did|can|could|would|shall|should|please"
                            + "|thanks|thank|hi|hello|hey|dear|sorry|ok|okay|sure|great|best|regards|sincerely"
                            + "|cheers|contact|call|ask|email|name|date|phone|address|user|customer|account|order"
                            + "|english|german|french|spanish|italian|dutch|chinese|japanese|american|british"
                            + "|indian|european|internet|christmas|easter|god|jesus|bible|let|also|then|so|as|all"
                            + "|any|some|one|two|first|last|new|old|today|tomorrow|yesterday|good|morning|afternoon"
                            + "|evening|happy|welcome|everyone|everybody|team|note|step|error|warning|question"
                            + "|answer|action|thought|observation|final|input|output|example|task|true|false|none"
                            + "|null|id|said|world|once|america|asia|africa|europe|irish|since|while|after|before"
                            + "|let's|i'm|i've|i'll|i'd|it's|that's|don't|can't|given|more|based|just|only|now"
                            + "|however|therefore|have|has|had|flight|birthdate|birthday|birth|born|dob|gender|nationality|username|password|zip|economy|business|total|status|type|page|list|time|payment"
                            + "|class|service|services|support|help|details|summary|result|results|search|function|wikipedia"
                            + "|queen|king|saint|prince|princess|pope|emperor|sultan|chapter|section|figure|table|part"
                            // Nouns and greetings of letters in languages that write nouns with a capital, or begin
                            // with one.
                            + "|damen|herren|dank|gruss|grusse|grussen|guten|vielen|sehr|geehrte|geehrter|hallo|bitte|voraus|jahr|jahre|ola|hej|salut|buongiorno|buonasera|estimado|estimada|egregio|prezado|prezada|czesc|witam|merhaba|ahoj|geachte"
                            + "|presidente|directora|sindaco|direttore|direttrice|ministro|ministra|directeur|directrice|ministre|alcalde|alcaldesa|doutor|doutora"
                            + "|profesora|profesor|professore|professoressa|dottore|dottoressa|avvocato|ingegnere|commissaire|procureur|presidenta"
                            + "|gobernador|governatore|onorevole|senatore|diputado|depute|vereador|prefeito|governador|cliente|proprietario"
                            + "|tag|morgen|abend|nacht|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|marz"
                            + "|juni|juli|oktober|dezember|auftrag|rechnung|bestellung|kunde|kundin|anfrage|frage|antwort|liebe|lieber"
                            + "|ich|wir|ihr|ihre|mein|meine|bonjour|bonsoir|merci|cordialement|hola|gracias|saludos|buenos|buenas|grazie"));

    /** Given names that programs, models, firms, laws and theorems go by. */
    private static final Set<String> MADE = Phrases.of(
            "claude|alexa|siri|cortana|julia|ada|pascal|cassandra|travis|jenkins|watson|tesla|django"
                    + "|hudson|bard|eliza|milan|unix|linux|lisa|java|scala|kafka|cisco|dell|ford|mercedes"
                    + "|lincoln|chase|wells|disney|walmart|amazon|google|apple|monte|carlo|christian|islam"
                    + "|israel|dewey|haskell|macintosh|ragel|mach|tera|grob|rand|target|cobol|python|ruby|perl|kotlin|delta|maven|gradle|flask|jupyter|numpy|torch"
                    + "|keras|bert|ernie|elmo|gemini|llama|mistral|grok|groq|devin|github|gitlab|jira|json|bash"
                    + "|sql|max|min|sun|mac|windows|android|excel|odyssey|zion|mercury|venus|mars|jupiter"
                    + "|saturn|apollo|atlas|luna|aurora|nova|orion|phoenix|titan|era|mai|lan|ha|see|an|long|so"
                    + "|love|son|many|merry|price|ray|dash|data|kubernetes|postgres|postgresql|redis|nginx|mysql|mongodb|terraform|ansible|openai|anthropic|langchain|langfuse|pytorch"
                    + "|tensorflow|fastapi|nodejs|typescript|javascript|graphql|elasticsearch|grafana|prometheus|databricks|hubspot"
                    + "|zendesk|shopify|paypal|netflix|spotify|airbnb|acme|online|offline|neo|erlang|karma|helm|argo|chai|gatsby|sinatra|uber|lyft|alt|meta|klass|cpython|darwin|hue|boa|find|else|alpha|beta|flink|iceberg|hudi|trino|airflow|nifi|zeppelin|gamma|sigma|lambda|omega|zeta|avon|bing");

    /** Given names and surnames that in small letters are words of code, or of text that fills a place. */
    private static final Set<String> CODE = Phrases.of(
            "self|conn|meta|keys|proto|traceback|elem|klass|kwargs|iter|coro|cancel|submit|retry|ints|getter|setter|elif|max|min|rand|grob|mach|dash|bash|ruby|perl|scala|pascal|haskell|santa|val|var|ref|dict|abs|cos|sin|tan"
                    + "|exp|len|mod|loc|lang|amet|dolor|ravel|eval|exec|arg|param|params|chan|case|key|elle|ella|nat|nil|ord|cmp|ptr|acc|fin|vec|mat|img");

    private static final Set<String> ORGANISATIONS = Phrases.of(
            "inc|llc|ltd|plc|gmbh|ag|corp|corporation|company|co|group|bank|university|college|school"
                    + "|hospital|hotel|airlines|airways|airport|institute|foundation|museum|park|church|street"
                    + "|avenue|road|lane|drive|boulevard|court|square|plaza|bridge|county|city|lake|river"
                    + "|island|mountain|valley|theorem|law|equation|algorithm|distribution|award|prize|stadium"
                    + "|center|centre|library|cup|series|test|theory|transform|model|method|number|numbers"
                    + "|sequence|function|labs|systems|software|technologies|solutions|records|studios"
                    + "|press|times|news|post|islands|products|pharmaceuticals|pharma|foods|market|markets|insurance"
                    + "|motors|industries|partners|associates|holdings|consulting|capital|financial|ventures|media"
                    + "|entertainment|restaurant|grill|cafe|bistro|bakery|pizza|kitchen|bar|pub|inn|resort|spa|salon"
                    + "|clinic|pharmacy|store|stores|shop|mall|airline|railway|station|terminal|tower|palace"
                    + "|castle|cathedral|temple|mosque|abbey|garden|gardens|beach|harbor|harbour|hills|creek|canyon"
                    + "|forest|desert|falls|peak|trail|republic|kingdom|empire|dynasty|party|union|league|club|team"
                    + "|championship|championships|tournament|festival|awards|academy|society|association"
                    + "|plan|doctrine|treaty|accord|accords|protocol|act|bill|amendment|effect|paradox|syndrome|disease|scale|index|process|chain|search|browser"
                    + "|api|cloud|server|database|engine|framework|studio|edition|version|pro|max|plus|air|mini"
                    + "|poem|novel|song|album|movie|film|game|kart|science|sciences|engineering|council|committee"
                    + "|agency|department|ministry|bureau|office|heights|estate|estates|district|region|support|service|services"
                    + "|billing|sales|helpdesk|operations|robotics|analytics|logistics|dynamics|semiconductor|semiconductors|therapeutics"
                    + "|biosciences|biotech|aerospace|genomics|diagnostics|telecom|networks|automation|cybersecurity|freight|foundry");

    private static final Endings SURNAME_ENDS = new Endings(
            List.of(
                    "sson", "ssen", "rsen", "nsen", "dsen", "lsen", "elsen", "dottir", "ovic", "evic", "cic", "jic",
                    "enko", "wski", "wska", "nski", "nska", "cki", "cka", "shvili", "escu", "oglu", "kova", "rova",
                    "leva", "seva", "ieva", "poulos", "opoulou", "guez", "ndez", "quez", "strom", "qvist", "kvist",
                    "gaard", "berg", "mann", "stein", "bauer", "meyer", "maier", "yev", "aev", "eev", "nov", "kov",
                    "rov", "dov", "lov", "mov", "sov", "tov", "chuk", "czyk", "czak", "iak", "mura", "kawa", "yama",
                    "shita", "zaki", "hashi", "ucci", "acci", "owicz", "ewicz", "hoff", "dijk", "burg", "ssohn", "mova",
                    "nova", "dova", "sova", "tova", "lova", "eeva", "aeva", "yeva", "idis", "akis", "opoulos", "akos",
                    "adze", "eira", "avicius", "auskas", "skiy", "skii", "skyi", "shvil", "wala", "awat", "murthy",
                    "moto", "naka", "gawa"),
            0);
    /** Given names that within a sentence are other words with a capital: colours, seasons, kinds. */
    private static final Set<String> COMMON =
            Phrases.of("handy|silver|gold|blue|green|file|fine|even|sunny|skip|gift|prime|royal|star|summer"
                    + "|winter|autumn|spring|north|south|east|west|major|minor|junior|senior|general|standard|basic|premium"
                    + "|man|king|case|code|link|art|chance|brand|black|white|brown|gray|grey|red|pink|free|trip|rich|true"
                    + "|noble|field|power|still|short|sharp|strong|sweet|bright|early|late|head|hand|foot|park"
                    + "|safari|opera|azure|fargate|polly|lex|sage|kinesis|dynamo|sonnet|haiku|opus|vicuna"
                    + "|falcon|selenium|mocha|elm|rust|swift|dart|elixir|racket|prolog|lua|salt|chef"
                    + "|emmy|grammy|nobel|fields|turing|gregorian|victorian|edwardian|elizabethan"
                    + "|celsius|fahrenheit|kelvin|newton|joule|watt|bayes|gauss|markov|fourier|laplace|euler|fermat|hilbert"
                    + "|boolean|abelian|cartesian|gaussian|hermitian|jacobian|hessian|bernoulli|poisson|dirichlet|fibonacci"
                    + "|sudoku|tetris|zelda|sonic|lucifer|adonis|zeus|odin|horus|osiris|vishnu|shiva|buddha");

    private static final Set<String> ARTICLES = Phrases.of(
            "the|a|an|this|that|these|those|your|our|my|his|her|their|its|each|every|any|no|some|all|of|in|on|at"
                    + "|returns|return|instanceof|throws|extends|implements|await|yield|class|interface|struct|per|via|select|click|press|choose|called|see|read|use|using|set|new|by|into|as|or|between");
    private static final int SHORTEST_SURNAME = 6;

    private NameWords() {}

    /** Each with an apostrophe in both forms of it. */
    private static Set<String> withApostrophes(Set<String> words) {
        Set<String> all = new HashSet<>(words);
        words.forEach(word -> all.add(word.replace('\'', '\u2019')));
        return Set.copyOf(all);
    }

    static Set<String> titles() {
        return TITLES;
    }

    static boolean isSmallTitle(String word) {
        return SMALL_TITLES.contains(word);
    }

    /** Whether it is the short form of a title, with a stop behind it. */
    static boolean isShortTitle(String word) {
        return SHORT_TITLES.contains(word);
    }

    /** Whether a name is in small letters rather a word of code. */
    static boolean isCode(String word) {
        return CODE.contains(word);
    }

    /** Those that stand in small letters within names: van, de. */
    static Set<String> particles() {
        return PARTICLES;
    }

    /** Those that are written with a capital and never a part of a name. */
    static Set<String> noNames() {
        return NO_NAMES;
    }

    /** Whether a word behind it is a thing rather than somebody: the, your, each. */
    static boolean isArticle(String word) {
        return ARTICLES.contains(word);
    }

    /** Given names that are another word where they stand with a capital within a sentence. */
    static Set<String> common() {
        return COMMON;
    }

    /** Given names that are more often that of a thing. */
    static Set<String> made() {
        return MADE;
    }

    /** What makes the words before it the name of a firm, a house, a place or a law. */
    static Set<String> organisations() {
        return ORGANISATIONS;
    }

    /** Whether a word, or the one behind it, makes the words before it the name of a firm, a house, a place or a law. */
    static boolean isOrganisation(Words words, int word) {
        return words.is(word, Lexicon.ORGANISATION)
                || (words.adjoins(word) && words.isCapital(word + 1) && words.is(word + 1, Lexicon.ORGANISATION));
    }

    /** O'Sullivan, D'Angelo: behind a given name, since O'Hare alone is an airport. */
    static boolean hasApostrophe(String word) {
        return word.length() > 3
                && (word.charAt(0) == 'o' || word.charAt(0) == 'd')
                && (word.charAt(1) == '\'' || word.charAt(1) == '\u2019')
                && Character.isLetter(word.charAt(2));
    }

    /** Whether it ends as surnames do and ordinary words with a capital do not. */
    static boolean looksLikeSurname(String word) {
        return word.length() >= SHORTEST_SURNAME && SURNAME_ENDS.isOf(word) && !EnglishWords.has(word);
    }
}
