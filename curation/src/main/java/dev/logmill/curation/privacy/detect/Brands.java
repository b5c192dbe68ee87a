package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Firms, goods, drinks and works with the names of people, each known far better than anybody of that name. */
final class Brands {
    private static final int LONGEST_WORD = 16;

    private static final Set<String> ALL = Phrases.of(
            "louis vuitton|calvin klein|ralph lauren|tommy hilfiger|michael kors|hugo boss|yves saint laurent|christian dior|giorgio armani"
                    + "|christian louboutin|jimmy choo|kate spade|vivienne westwood|dolce & gabbana|ray-ban|levi's|dr. martens|dr martens"
                    + "|mercedes benz|mercedes-benz|alfa romeo|harley-davidson|harley davidson|aston martin|land rover|rolls royce|rolls-royce"
                    + "|john deere|ferrari|porsche|lamborghini|morgan stanley|goldman sachs|jp morgan|j.p. morgan|jpmorgan chase|jp morgan chase|j.p. morgan chase|mckinsey|statista|gartner|charles schwab"
                    + "|merrill lynch|wells fargo|lehman brothers|johnson & johnson|procter & gamble|ernst & young|marks & spencer"
                    + "|barnes & noble|abercrombie & fitch|black & decker|smith & wesson|dun & bradstreet|crate & barrel|tiffany & co"
                    + "|philip morris|estée lauder|estee lauder|carl zeiss|hewlett packard|hewlett-packard|sherwin williams|sherwin-williams"
                    + "|lockheed martin|northrop grumman|booz allen|baker hughes|warner bros|warner brothers|walt disney|dow jones|fannie mae"
                    + "|freddie mac|sallie mae|ben & jerry's|jack daniel's|jack daniels|johnnie walker|jim beam|captain morgan|jose cuervo"
                    + "|uncle ben's|aunt jemima|betty crocker|oscar mayer|earl grey|caesar salad|caesar dressing|cobb salad|bloody mary"
                    + "|shirley temple cocktail|eggs benedict|little caesars|papa john's|jimmy john's|jersey mike's|trader joe's|tim hortons"
                    + "|sam adams|samuel adams|mary kay|wendy's|denny's|arby's|victoria's secret|burt's bees|eddie bauer|petit prince|la casa blanca"
                    + "|chelsea boot|chelsea boots|oxford shoe|oxford shoes|derby shoe|derby shoes|norfolk jacket|nehru jacket|eton collar|oliver twist|peter pan|harry potter|sherlock holmes|james bond|mickey mouse|hello kitty|santa claus|uncle sam|cash app");

    /** By each word with a letter the brands that have it, with the index where. */
    private static final Map<String, List<Place>> BY_WORD = byWord();

    private record Place(String brand, int index) {}

    private Brands() {}

    private static Map<String, List<Place>> byWord() {
        Map<String, List<Place>> places = new HashMap<>();
        for (String brand : ALL) {
            for (int i = 0; i < brand.length(); i++) {
                if (Character.isLetter(brand.charAt(i)) && !Letters.wordBefore(brand, i)) {
                    places.computeIfAbsent(wordAt(brand, i), word -> new ArrayList<>())
                            .add(new Place(brand, i));
                }
            }
        }
        return Map.copyOf(places);
    }

    /** Whether the name that stands between two indices of a text is one, a part of one, or one with its model behind. */
    static boolean is(String text, int start, int end) {
        for (Place place : BY_WORD.getOrDefault(wordAt(text, start).toLowerCase(Locale.ROOT), List.of())) {
            String brand = place.brand();
            int from = start - place.index();
            int last = from + brand.length();
            boolean whole = last >= end || place.index() == 0;
            if (whole && text.regionMatches(true, from, brand, 0, brand.length()) && !Letters.wordAt(text, last)) {
                return true;
            }
        }
        return false;
    }

    private static String wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
