package dev.logmill.curation.privacy.detect;

/** What a sign sets the name of a secret to: {@code password=s3cretX1}, {@code X-Auth-Token: ...}; with marks within, as far as it goes. */
final class SecretSetTo {
    /** AWS4-HMAC-SHA256 has 16 chars. */
    private static final int LONGEST_SCHEME = 16;

    private SecretSetTo() {}

    /** What people chose, as a whole: with marks that part values elsewhere, where no other value is behind them. */
    static SecretSetting chosen(String text, SecretName name, int end, int start) {
        boolean named = end < text.length() && OpenMarks.isQuote(text.charAt(end));
        SecretSetting whole = SecretExtent.of(text, start, named);
        SecretSetting first = whole.quoted() ? whole : SecretSetting.at(text, whole.start());
        boolean one =
                isOne(text, name, end, first) || (!whole.quoted() && isWhole(name, first.of(text), whole.of(text)));
        return new SecretSetting(
                whole.start(), one ? Math.max(first.end(), whole.end()) : whole.start(), whole.quoted());
    }

    /** Whether a password is one as a whole, of which the first part alone would be none. */
    private static boolean isWhole(SecretName name, String first, String whole) {
        boolean word = name.isShort() || name.isWhole();
        boolean digit = whole.chars().anyMatch(c -> Letters.isDigit((char) c));
        return (word ? digit && whole.indexOf('/') < 0 : whole.length() > first.length()) && PasswordForm.is(whole);
    }

    /** What stands behind the scheme, where a header begins with one. */
    static SecretSetting sent(String text, SecretSetting first) {
        String word = first.of(text);
        boolean scheme =
                word.length() <= LONGEST_SCHEME && word.chars().allMatch(c -> Letters.isWord((char) c) || c == '-');
        return scheme && text.startsWith(" ", first.end()) ? SecretSetting.at(text, first.end() + 1) : first;
    }

    /** Whether what a name is set to is a secret. */
    static boolean isOne(String text, SecretName name, int end, SecretSetting set) {
        String value = set.of(text);
        if (name.isWhole() && !ShortName.mayBe(text, end, value, set.quoted())) {
            return false;
        }
        if (name.isShort() && !set.quoted() && !SecretValue.isStrong(value)) {
            return SecretValue.isMixed(value)
                    && (SecretPlain.isWordAndMore(value) || SecretNear.isOfUser(text, end - name.length()));
        }
        if (name.isWordToo() && !set.quoted() && !SecretValue.isTyped(value) && !SecretValue.isStrong(value)) {
            return false;
        }
        if ((name.isFolder() && SecretValue.isFolder(value))
                || (!set.quoted() && SecretCode.is(text, set.start(), set.end()))) {
            return false;
        }
        boolean plain = name.isChosen() && !set.quoted() && SecretPlain.is(text, end - name.length(), end, set);
        return plain || name.isOf(value, set.quoted() || name.isHeader(text, end));
    }
}
