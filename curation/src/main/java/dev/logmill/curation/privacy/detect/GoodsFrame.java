package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Locale;

/**
 * What stands around the name of a thing that is sold or listed, so that it is nobody's: "Added Tefal Ingenio x 2 to your cart",
 * {@code SELECT * FROM products WHERE name = '...'}, {@code Product(name="...", price=3)}, {@code "products": [{"name": "..."}]}.
 */
final class GoodsFrame {
    private static final int REACH = 160;
    private static final int NEAR = 48;

    private static final Pattern INTO_CART = Pattern.compile(
            "^['\"]?(?: ?\\(?[x\u00d7] ?[0-9]+\\)?| ?\\([0-9]+\\))?(?: items?)? (?:to|from|in|into) (?:your|my|the|his|her|their)?"
                    + " ?(?:shopping )?(?:cart|basket|bag|wishlist|wish list)\\b");

    /** A number of them behind, as receipts and carts have it. */
    private static final Pattern TIMES = Pattern.compile("^['\"]? [x\u00d7] ?[0-9]{1,3}\\b");

    private static final Pattern FROM_THINGS = Pattern.compile(
            "\\b(?:from|into|update) [a-z_.\"`]*(?:product|item|inventory|catalog|catalogue|good|sku|stock|menu_item|part|merchandise|article|listing)s?[\"`]?\\b");

    private static final Pattern OF_SOMEBODY =
            Pattern.compile("owner|customer|seller|buyer|author|user|mail|first|last|person|contact|assign");

    private static final Pattern CALL = Pattern.compile(
            "\\b[A-Za-z]*(?:Product|Item|Article|Sku|SKU|Device|Listing|Dish|Merchandise)\\((?:[a-z_]+ ?= ?[^()]{0,60}, ?)?(?:name|title) ?= ?['\"]$");

    private static final Pattern LISTED = Pattern.compile(
            "\\\\?\"(?:products?|line_?items|cart_?items|order_?items|menu_?items|goods|skus|merchandise)\\\\?\" ?: ?\\[? ?\\{ ?\\\\?\"(?:name|title)\\\\?\" ?: ?\\\\?\"$",
            Pattern.CASE_INSENSITIVE);

    private GoodsFrame() {}

    /** Whether the name that stands between two indices of a text is within one. */
    static boolean is(String text, int start, int end) {
        return isBefore(text, end) || (isMark(text, start - 1) && isQuoted(text, start));
    }

    /** Whether the rows of a table of this name are things that are sold or kept. */
    static boolean isTable(String name) {
        return FROM_THINGS.matcher("from " + name.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isMark(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
    }

    /** Whether a number of them, or a cart, stands behind: few words begin as that does, and no other is looked at. */
    private static boolean isBefore(String text, int end) {
        int space = isMark(text, end) ? end + 1 : end;
        boolean spaced = space + 1 < text.length()
                && text.charAt(space) == ' '
                && "x\u00d7(tfi".indexOf(text.charAt(space + 1)) >= 0;
        if (!spaced && !text.startsWith("(", space)) {
            return false;
        }
        String behind = text.substring(end, Math.min(text.length(), end + NEAR));
        return TIMES.matcher(behind).find() || INTO_CART.matcher(behind).find();
    }

    private static boolean isQuoted(String text, int start) {
        String before = text.substring(Math.max(0, start - REACH), start);
        char set = setBy(before);
        if ((set == '=' && CALL.matcher(before).find())
                || (set == ':' && LISTED.matcher(before).find())) {
            return true;
        }
        String query = before.substring(before.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
        int where = Math.max(query.lastIndexOf(" where "), query.lastIndexOf(" values"));
        // With another table or column beside it may be the name of who bought.
        return where > 0
                && !query.contains(" join ")
                && !OF_SOMEBODY.matcher(query).find()
                && FROM_THINGS.matcher(query.substring(0, where)).find();
    }

    /** What stands before an opening quote, and before the space and the backslash between. */
    private static char setBy(String quoted) {
        int at = quoted.length() - 2;
        while (at > 0 && (quoted.charAt(at) == ' ' || quoted.charAt(at) == '\\')) {
            at--;
        }
        return at < 0 ? ' ' : quoted.charAt(at);
    }
}
