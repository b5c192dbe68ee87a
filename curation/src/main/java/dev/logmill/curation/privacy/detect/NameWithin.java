package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** A key that tells of a name or a phone only together with the one above it: {@code {"customer": {"name": "..."}}}. */
public final class NameWithin {
    private static final String NAME = "name";

    /** Under a phone these say no more than it does. */
    private static final Set<String> NUMBERS = Set.of("number", "data", "value");

    /** What has a name and is sold. */
    private static final Set<String> THINGS = Phrases.of(
            "product|products|lineitem|lineitems|cartitem|cartitems|orderitem|orderitems|menuitem|menuitems|goods|skus|merchandise");

    private NameWithin() {}

    /**
     * The key that a value stands under; where that is a name or a number and the one above it says whose or that it is a phone's,
     * both in one.
     *
     * @param above the key of the object that it stands in; empty where it has none
     */
    public static String label(String above, String key) {
        if (NUMBERS.contains(key.toLowerCase(Locale.ROOT)) && Label.of(above).isPhone()) {
            return above + "_" + key;
        }
        String birth = BirthKey.label(above, key);
        if (!birth.equals(key)) {
            return birth;
        }
        if (THINGS.contains(Label.plain(above)) && key.equalsIgnoreCase(NAME)) {
            return "product_name";
        }
        if (above.isEmpty() || !key.equalsIgnoreCase(NAME)) {
            return key;
        }
        String one = above.endsWith("s") ? above.substring(0, above.length() - 1) : above;
        String both = one + "_" + NAME;
        return NameCues.isLabel(both) ? both : key;
    }
}
