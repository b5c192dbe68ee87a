package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Addresses on the web that are somebody's own, by what calls them so, and pages of networks that are a person's. */
final class PersonalSite {
    /** Behind these a link is somebody's own; a link that nobody is said to have is what agents work with. */
    private static final Set<String> OWN = Phrases.of(
            "my website|his website|her website|my site|my page|my homepage|homepage|my blog|her blog|his blog"
                    + "|my portfolio|portfolio|personal website|personal site|personal page|my profile|his profile|her profile"
                    + "|linkedin|linkedin profile|profile url|my channel|follow me|find me|meine website|meine seite|mon site"
                    + "|mi sitio|mi página|il mio sito|personal url");

    private static final String HOMEPAGE = "homepage";

    private static final List<String> NETWORKS = Topic.NETWORK.parts();

    /** From here on also projects and teams have pages there. */
    private static final int FIRST_OF_TEAMS = NETWORKS.indexOf("github.com/");

    /** Pages of networks that are nobody's. */
    private static final Set<String> PAGES =
            Phrases.of("p|reel|reels|explore|share|sharer|intent|i|home|search|hashtag|groups"
                    + "|pages|events|watch|login|policies|help|about|tr|plugins|dialog|legal|stories|tv|settings|tos|privacy"
                    + "|business|marketplace|s|joinchat|proxy|sharer.php|profile.php|developers|terms");

    private PersonalSite() {}

    /** Whether the address that begins here is called somebody's own. */
    static boolean isOwn(String text, int start, String label) {
        // The homepage that a package or a product has under its key is nobody's.
        boolean key = HOMEPAGE.equals(Label.plain(label)) || HOMEPAGE.equals(KeyBefore.of(text, start));
        return !key && Cues.before(text, start, label).endWith(OWN);
    }

    /** Tells whom the pages of networks in a text are of. */
    static void pages(Scan scan, Consumer<Finding> sink) {
        String text = scan.text();
        Mentions.Places pages = scan.mentions().of(Topic.NETWORK);
        for (int i = 0; i < pages.count(); i++) {
            int network = pages.word(i);
            int from = pages.end(i);
            int host = from - NETWORKS.get(network).length();
            if (network != Topic.OF_REDDIT && !isWithin(text, host)) {
                page(text, from, network >= FIRST_OF_TEAMS, sink);
            }
        }
    }

    /** Netflix.com is no x.com. */
    private static boolean isWithin(String text, int host) {
        return host > 0 && (Letters.wordBefore(text, host) || text.charAt(host - 1) == '-');
    }

    private static void page(String text, int from, boolean ofTeams, Consumer<Finding> sink) {
        int end = from;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        while (end > from && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String person = text.substring(from, end).toLowerCase(Locale.ROOT);
        if (person.length() > 1 && !PAGES.contains(person) && (!ofTeams || isSomebody(person))) {
            sink.accept(new Finding("URL", from, end, person));
        }
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.' || c == '-' || c == '%' || Character.isLetter(c);
    }

    /** Whether one that may be of a team too is rather somebody's: by a name in it, or as logins are written. */
    private static boolean isSomebody(String login) {
        int dash = login.indexOf('-');
        String first = dash > 0 ? login.substring(0, dash) : login;
        return LoginForm.is(login) || NamedLogin.is(login) || (dash > 1 && NamedLogin.is(first));
    }
}
