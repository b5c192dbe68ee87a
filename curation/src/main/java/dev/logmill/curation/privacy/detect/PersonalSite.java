package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Map;
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

    /** What stands before the name of a person in the path, by the host. */
    private static final Map<String, String> NETWORKS = Map.of(
            "linkedin.com",
            "/in/",
            "instagram.com",
            "/",
            "facebook.com",
            "/",
            "twitter.com",
            "/",
            "x.com",
            "/",
            "tiktok.com",
            "/@",
            "t.me",
            "/",
            "threads.net",
            "/@",
            "snapchat.com",
            "/add/");

    /** Pages of networks that are nobody's. */
    private static final Set<String> PAGES =
            Phrases.of("p|reel|reels|explore|share|sharer|intent|i|home|search|hashtag|groups"
                    + "|pages|events|watch|login|policies|help|about|tr|plugins|dialog|legal|stories|tv|settings|tos|privacy"
                    + "|business|marketplace|s|joinchat|proxy|sharer.php|profile.php|developers|terms");

    private PersonalSite() {}

    /** Whether the address that begins here is called somebody's own. */
    static boolean isOwn(String text, int start, String label) {
        return Cues.before(text, start, label).endWith(OWN);
    }

    /**
     * Tells who a page of a network is of.
     *
     * @param slash index after the host
     */
    static void handle(String text, int host, int slash, int end, Consumer<Finding> sink) {
        if (slash == end) {
            return;
        }
        String name = text.substring(host, slash).toLowerCase(Locale.ROOT);
        String before = NETWORKS.get(name.substring(domain(name)));
        if (before == null || !text.startsWith(before, slash)) {
            return;
        }
        int from = slash + before.length();
        int last = from;
        while (last < end && "/?#".indexOf(text.charAt(last)) < 0) {
            last++;
        }
        String person = text.substring(from, last);
        if (person.length() > 1 && !PAGES.contains(person.toLowerCase(Locale.ROOT)) && person.charAt(0) != '<') {
            sink.accept(new Finding("URL", from, last, person.toLowerCase(Locale.ROOT)));
        }
    }

    /** Where the last two labels of a host begin. */
    private static int domain(String host) {
        int last = host.lastIndexOf('.');
        return last < 0 ? 0 : host.lastIndexOf('.', last - 1) + 1;
    }
}
