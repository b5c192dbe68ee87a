package dev.logmill.curation.privacy.detect;

import java.util.Collection;
import java.util.Set;

/**
 * Keys and columns that tell of a product, or of what a program did, so that the "name" beside them is nobody's:
 * {@code {"sku": "SP-1", "price": 12, "name": "Harper Speaker"}}, {@code {"name": "Frank search", "kind": "CLIENT"}}.
 */
public final class GoodsKeys {
    /** The key that such a name is looked at under. */
    private static final String PRODUCT = "product_name";

    private static final String SPAN_KIND = "spankind";

    private static final Set<String> SURE =
            Phrases.of("sku|skuid|ean|ean13|gtin|upc|asin|barcode|msrp|stock|instock|stocklevel|inventory"
                    + "|productid|unitprice|listprice|saleprice|retailprice|spanid|parentspanid|traceid|spankind");

    /** They tell of a product, too, where its name ends as those of things do. */
    private static final Set<String> LIKELY =
            Phrases.of("price|category|categoryid|brand|quantity|qty|currency|discount|material");

    private static final Set<String> OF_PEOPLE = Phrases.of(
            "email|emailaddress|mail|phone|mobile|tel|telephone|dob|birthdate|birthday|age|gender|address|ssn|nationality|passenger"
                    + "|customer|client|contact|buyer|seller|owner|supplier|guest|attendee|author|artist|employee|assignee|user");

    private static final Set<String> NAMES = Phrases.of("name|title|item|product|label|variant|model");

    /** Chars of the longest of them: most keys are longer, which is told at once. */
    private static final int LONGEST_NAME = 7;

    private static final Set<String> NAMES_OF_GOODS = Phrases.of(
            "productname|producttitle|itemname|itemtitle|skuname|articlename|variantname|modelname|toolname|spanname");

    private static final Set<String> NUMBERS = Phrases.of(
            "sku|skuid|ean|ean13|gtin|upc|asin|barcode|productid|partnumber|partno|mpn|itemnumber|modelnumber|articlenumber");

    private static final Set<String> KINDS = Set.of("CLIENT", "SERVER", "INTERNAL", "PRODUCER", "CONSUMER");

    private GoodsKeys() {}

    /** Whether a key says that the number of a thing stands under it. */
    static boolean isNumber(String key) {
        return !key.isEmpty() && NUMBERS.contains(Label.plain(key));
    }

    /** Whether a key says of itself that the name of a thing stands under it. */
    static boolean isNameOfGoods(String key) {
        return !key.isEmpty() && NAMES_OF_GOODS.contains(Label.plain(key));
    }

    /** Whether the name of a thing may stand under a key, as those beside it tell. */
    public static boolean mayName(String key) {
        return key.length() <= LONGEST_NAME && NAMES.contains(Label.plain(key));
    }

    /** A key as {@link #areOf} has it, with what stands under it. */
    public static String told(String key, String value) {
        String plain = Label.plain(key);
        return plain.equals("kind") && KINDS.contains(value) ? SPAN_KIND : plain;
    }

    /** The key that a value is looked at under: that of a product, where the keys beside it tell so. */
    public static String label(String key, String value, Collection<String> beside) {
        return mayName(key) && areOf(beside, value) ? PRODUCT : key;
    }

    /**
     * Whether keys tell of a thing.
     *
     * @param name what it would be called
     */
    static boolean areOf(Collection<String> keys, String name) {
        int likely = 0;
        boolean sure = false;
        for (String key : keys) {
            if (OF_PEOPLE.contains(key)) {
                return false;
            }
            sure |= SURE.contains(key);
            likely += LIKELY.contains(key) ? 1 : 0;
        }
        return sure || (likely > 0 && endsAsThing(name, likely > 1));
    }

    /**
     * Carson Desk: the last word is one of English.
     *
     * @param surnames whether it may be one that is a surname too
     */
    private static boolean endsAsThing(String name, boolean surnames) {
        Words words = Words.of(name);
        int last = words.count() - 1;
        return last > 0 && words.isEnglish(last) && (surnames || !words.is(last, Lexicon.SURNAME));
    }
}
