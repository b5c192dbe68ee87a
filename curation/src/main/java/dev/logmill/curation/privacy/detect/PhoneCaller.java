package dev.logmill.curation.privacy.detect;

/** Who calls, by their number: {@code Caller: 4155550134}, caller id 4155550134. */
final class PhoneCaller {
    private static final String CALLER = "caller";
    private static final String BEFORE_ID = "caller ";

    private PhoneCaller() {}

    /** Whether a word before a number says so. */
    static boolean is(String text, int start, int end, String said) {
        if (said.equals("id")) {
            int caller = start - BEFORE_ID.length();
            return caller >= 0
                    && text.substring(caller, start).replace('-', ' ').equalsIgnoreCase(BEFORE_ID)
                    && !Letters.wordBefore(text, caller);
        }
        return said.equals(CALLER) && end < text.length() && ":=".indexOf(text.charAt(end)) >= 0;
    }
}
