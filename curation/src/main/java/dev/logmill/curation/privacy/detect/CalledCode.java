package dev.logmill.curation.privacy.detect;

/** Whether what stands behind a word such as handle is code: {@code handle = win.c_handle}, {@code pipe_handle=child}. */
final class CalledCode {
    private static final String HANDLE = "handle";

    private CalledCode() {}

    /** Whether an attribute is assigned without quotes, or a word without a digit to a handle that is a part of a longer name. */
    static boolean isAssigned(String text, int nameEnd, CalledWord called) {
        if (called.quoted() || text.substring(nameEnd, called.start()).indexOf('=') < 0) {
            return false;
        }
        String word = called.of(text);
        int start = nameEnd - HANDLE.length();
        boolean part = text.startsWith(HANDLE, Math.max(0, start)) && start > 0 && text.charAt(start - 1) == '_';
        return word.indexOf('.') >= 0
                || word.endsWith("_" + HANDLE)
                || (part && word.chars().noneMatch(c -> Letters.isDigit((char) c)));
    }
}
