package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Names of scholars, physicians and gods that stand for what is called after them: the Poisson distribution, Cohen's d, tests in Mocha. */
final class Eponyms {
    private static final int REACH = 60;
    private static final int LONGEST_WORD = 16;
    private static final char DASH = '\u2013';

    /** Nobody alive is called so alone: what is meant is a method of theirs. */
    private static final Set<String> ALONE = Phrases.of(
            "weibull|gumbel|poisson|bernoulli|fibonacci|laplace|spearman|nesterov|dirichlet|gauss|bayes|markov|fourier|euler|fermat|hilbert|chebyshev"
                    + "|kolmogorov|smirnov|mahalanobis|lagrange|legendre|hermite|hamming|levenshtein|jaccard|huffman|dijkstra|knuth-morris-pratt"
                    + "|needleman-wunsch|smith-waterman|gauss-seidel|metropolis-hastings|levenberg-marquardt|nelder-mead|diffie-hellman|lempel-ziv|reed-solomon"
                    + "|boyer-moore|rabin-karp|floyd-warshall|bellman-ford|shapiro-wilk|mann-whitney|kruskal-wallis|anderson-darling"
                    + "|kolmogorov-smirnov|cauchy-schwarz|black-scholes|fisher-yates|runge-kutta|newton-raphson|gram-schmidt|monte-carlo"
                    + "|apgar|opik|guice|phileas");

    /** Behind a name these are called after a scholar, whoever that is. */
    private static final Set<String> OF_ANY = Phrases.of(
            "interval|intervals|theorem|inequality|conjecture|distribution|distributions|coefficient|algorithm|likelihood|optimizer|optimiser|telescope"
                    + "|syndrome|lymphoma|chorea|equilibrium|paradox|lemma|polynomial|polynomials|estimator|correlation|tensor|eigenvalue"
                    + "|diagram|automaton|cipher|salad|cocktail");

    /** Behind the name of one who is known these are; behind any other they may be somebody's own. */
    private static final Set<String> OF_KNOWN = Phrases.of(
            "law|laws|test|tests|ratio|number|numbers|problem|score|scores|scale|identity|formula|equation|equations|rule|model|method"
                    + "|constant|sequence|smoothing|prior|priors|process|regression|index|curve|principle|criterion|search|sort|shuffle"
                    + "|transform|series|kernel|matrix|filter|space|effect|disease|theory|notation|init|initialization|initialisation"
                    + "|momentum|razor|cat|d|kappa|alpha|tau|rho|r|rank|field|graph|tree|code|codes|distance|machine");

    private static final Set<String> KNOWN = Phrases.of(
            "pearson|sharpe|moore|cohen|nash|hubble|newton|einstein|darwin|murphy|metcalfe|amdahl|conway|turing|fisher|wilcoxon|friedman"
                    + "|tukey|bonferroni|likert|glasgow|snellen|kruskal|prim|shor|grover|shannon|godel|cantor|riemann|ohm|hooke|boyle"
                    + "|avogadro|planck|faraday|kepler|maxwell|schrodinger|heisenberg|pareto|gini|pascal|pythagoras|euclid|occam|goodhart"
                    + "|zipf|benford|fitts|brooks|monty hall|cronbach|fleiss|kendall|durbin|jensen|welch|levene|granger|hurst|stokes|navier");

    /** What a disease is called after them, with or without that word. */
    private static final Set<String> OF_DISEASES = Phrases.of(
            "parkinson|alzheimer|huntington|crohn|hodgkin|hashimoto|asperger|tourette|addison|cushing|raynaud|marfan|meniere|wilson");

    /** What is called after one man alone, so that with any other word behind he is somebody. */
    private static final Set<String> PAIRS = Phrases.of(
            "calvin cycle|krebs cycle|foley catheter|foley catheters|allen wrench|allen wrenches|allen key|allen keys|stanford parser");

    /** Optimisers and ways to begin, where a training is told of. */
    private static final Set<String> OF_TRAINING = Set.of("adam", "xavier", "glorot", "kaiming");

    private static final Set<String> TRAINING = Phrases.of(
            "lr|optimizer|optimiser|optimizers|sgd|rmsprop|adamw|adagrad|momentum|beta1|beta|betas|gradient|gradients|epoch|epochs|init"
                    + "|initialization|weights|learning|relu|batch");

    /** Programs and services, where software is told of. */
    private static final Set<String> OF_SOFTWARE = Phrases.of(
            "jackson|sinatra|hugo|gatsby|jasmine|mocha|chai|karma|helm|argo|athena|aurora|jekyll|cypress|ava|celery|ember|meteor|nova"
                    + "|sidekiq|vagrant|solr|derby|calypso|hazel|erlang|amber|crystal|bruno|jenkins|travis|cassandra");

    private static final Set<String> SOFTWARE = Phrases.of(
            "json|parser|rails|jekyll|mocha|npm|maven|gradle|django|flask|react|vue|node|nodejs|kubernetes|k8s|docker|yaml|deploy"
                    + "|deployed|deploying|query|queries|sql|s3|aws|serializer|deserialize|serialize|library|framework|webpack|jest|test|tests"
                    + "|static|generator|plugin|cli|api|database|cluster|chart|charts|elixir|erlang|java|scala|parse|mysql|postgres|workflows");

    /** Those that collect what programs tell of themselves, where that is told of. */
    private static final Set<String> OF_TRACING = Set.of("jaeger", "loki", "gretel", "phoenix");

    private static final Set<String> TRACING = Phrases.of(
            "traces|tracing|spans|otel|opentelemetry|grafana|prometheus|promtail|logs|arize|observability|ui|synthetic|langfuse|opik");

    private Eponyms() {}

    /** Whether the name that stands between two indices of a text is one. */
    static boolean is(String text, int start, int end) {
        if (end - start > 2 * LONGEST_WORD) {
            return false;
        }
        String name = Folded.of(text.substring(start, end));
        if (ALONE.contains(name)) {
            return true;
        }
        boolean genitive = text.startsWith("'s", end) || text.startsWith("\u2019s", end);
        String behind = wordAt(text, genitive ? end + 2 : end);
        boolean known = KNOWN.contains(name) && !NameCues.isOwned(behind);
        return (!genitive && name.indexOf(' ') < 0 && OF_ANY.contains(behind))
                || (known && (OF_ANY.contains(behind) || OF_KNOWN.contains(behind)))
                || (OF_DISEASES.contains(name) && (genitive ? !NameCues.isOwned(behind) : behind.equals("disease")))
                || (OF_TRAINING.contains(name) && isNear(text, start, end, TRAINING))
                || PAIRS.contains(name + " " + behind)
                || isOfTwo(text, start, end)
                || isSoftware(text, start, end);
    }

    /** Floyd\u2013Warshall, Navier\u2013Stokes: the dash that joins two scholars; a double name has a hyphen. */
    private static boolean isOfTwo(String text, int start, int end) {
        boolean behind =
                end + 1 < text.length() && text.charAt(end) == DASH && Character.isUpperCase(text.charAt(end + 1));
        boolean before = start > 1 && text.charAt(start - 1) == DASH && Character.isLowerCase(text.charAt(start - 2));
        return behind || before;
    }

    /** Whether it is what a program or a service is called. */
    static boolean isSoftware(String text, int start, int end) {
        if (end - start > LONGEST_WORD) {
            return false;
        }
        String name = withoutSoftware(Folded.of(text.substring(start, end)));
        return (OF_SOFTWARE.contains(name) && isNear(text, start, end, SOFTWARE))
                || (OF_TRACING.contains(name) && isNear(text, start, end, TRACING));
    }

    /** Jackson JSON: the word behind may be taken for a part of the name. */
    private static String withoutSoftware(String name) {
        int last = name.lastIndexOf(' ');
        return last > 0 && SOFTWARE.contains(name.substring(last + 1)) ? name.substring(0, last) : name;
    }

    /** The word in small letters behind a space here. */
    private static String wordAt(String text, int index) {
        if (index >= text.length() || text.charAt(index) != ' ') {
            return "";
        }
        int end = index + 1;
        while (end < text.length() && end - index <= LONGEST_WORD && Letters.isAsciiLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(index + 1, end).toLowerCase(Locale.ROOT);
    }

    /** Whether the same line has one of some words near. */
    private static boolean isNear(String text, int start, int end, Set<String> some) {
        int from = start;
        while (from > 0 && start - from < REACH && text.charAt(from - 1) != '\n') {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < REACH && text.charAt(to) != '\n') {
            to++;
        }
        int word = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !Character.isLetterOrDigit(text.charAt(i))) {
                boolean other = i <= start || word >= end || i > end;
                if (i > word && other && some.contains(text.substring(word, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                word = i + 1;
            }
        }
        return false;
    }
}
