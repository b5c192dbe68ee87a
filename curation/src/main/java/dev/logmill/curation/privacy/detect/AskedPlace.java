package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * Towns that a tool or a question is about, and nobody: {@code get_weather(city="Paris")}, "the weather in Paris". A town alone is no
 * identifier; where somebody is said to live there, or it stands under a key of JSON, it is replaced, and then all over the session.
 */
final class AskedPlace {
    private static final int FURTHEST = 80;
    private static final int WORDS = 4;

    /** What is asked of a town. */
    private static final Set<String> ASKED = Phrases.of(
            "weather|forecast|forecasts|temperature|temperatures|humidity|climate|timezone|population|rainfall|snowfall|sunrise|sunset");

    /** Behind Monte Carlo and the like: it is of statistics. */
    private static final Set<String> METHODS = Phrases.of(
            "method|methods|simulation|simulations|sampling|sampler|dropout|estimate"
                    + "|estimates|estimator|integration|algorithm|algorithms|experiment|experiments|samples|run|runs|error|tree|analysis");

    /** What is of a country or a town behind it: its money, its sizes, a cluster that stands there. */
    private static final Set<String> OF_COUNTRIES = Phrases.of(
            "dataset|datasets|corpus|font|fonts|typeface|ssd|hdd|dimm|db|vm|vms|datacentre|failover|replica|replicas|az|endpoint"
                    + "|deployment|deployments|rollout|cluster|datacenter|build"
                    + "|pound|pounds|dollar|dollars|sterling|rupee|rupees|peso|pesos|franc|francs|size|sizes|currency");

    /** Behind "region": it is where machines stand. */
    private static final Set<String> OF_REGIONS =
            Phrases.of("is|was|failed|failover|outage|degraded|down|unavailable|endpoint|latency|quota|capacity");

    private AskedPlace() {}

    /** Whether the place between two words is. */
    static boolean is(String text, Words words, int word, int end) {
        return isArgument(text, words.start(word))
                || isAsked(words, word)
                || isOfMethod(words, word, end)
                || isOfAsked(text, words, word)
                || isBefore(words, end);
    }

    /** UK pounds, Hong Kong dollars, US sizes, a Dublin cluster: what is counted behind a country says nothing of where somebody is. */
    private static boolean isBefore(Words words, int end) {
        if (!words.adjoins(end - 1)) {
            return false;
        }
        boolean region =
                words.folded(end).equals("region") && words.adjoins(end) && OF_REGIONS.contains(words.folded(end + 1));
        return region || OF_COUNTRIES.contains(words.folded(end));
    }

    /** Paris, France: the country behind one that is. */
    private static boolean isOfAsked(String text, Words words, int word) {
        if (word == 0 || !words.behind(word - 1).equals(", ")) {
            return false;
        }
        for (int first = Math.max(0, word - WORDS); first < word; first++) {
            if (PlaceDetector.listed(words, first) == word) {
                return isArgument(text, words.start(first)) || isAsked(words, first);
            }
        }
        return false;
    }

    /** In quotes behind an equals sign, within the brackets of a call. */
    static boolean isArgument(String text, int start) {
        if (start < 4
                || "\"'".indexOf(text.charAt(start - 1)) < 0
                || text.charAt(start - 2) != '='
                || !Letters.isWord(text.charAt(start - 3))) {
            return false;
        }
        for (int i = start - 3; i > 0 && start - i < FURTHEST; i--) {
            char c = text.charAt(i);
            if (c == '(') {
                return Letters.isWord(text.charAt(i - 1));
            }
            if (c == '<' || c == ')' || c == '\n' || c == '{') {
                return false;
            }
        }
        return false;
    }

    /** The weather, or what else is asked of a town, a few words before. */
    private static boolean isAsked(Words words, int word) {
        if (word < 2 || !words.adjoins(word - 1)) {
            return false;
        }
        String preposition = words.folded(word - 1);
        if (!preposition.equals("in")
                && !preposition.equals("for")
                && !preposition.equals("of")
                && !preposition.equals("at")) {
            return false;
        }
        for (int i = word - 2; i >= 0 && word - i <= WORDS && words.adjoins(i); i--) {
            if (ASKED.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfMethod(Words words, int word, int end) {
        return words.folded(word).equals("monte")
                && end < words.count()
                && words.behind(end - 1).length() == 1
                && METHODS.contains(words.folded(end));
    }
}
