package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keys and tokens that their issuers mark by a prefix, in the forms that the issuers document: what they begin with, which
 * chars follow, and how many at least.
 */
enum SecretRule {
    AWS_KEY("AKIA", "A0", 16),
    AWS_SESSION_KEY("ASIA", "A0", 16),
    GITHUB_PERSONAL("ghp_", "Aa0", 36),
    GITHUB_OAUTH("gho_", "Aa0", 36),
    GITHUB_USER("ghu_", "Aa0", 36),
    GITHUB_SERVER("ghs_", "Aa0", 36),
    GITHUB_REFRESH("ghr_", "Aa0", 36),
    GITHUB_FINE("github_pat_", "Aa0_", 50),
    GITLAB("glpat-", "Aa0_-", 20),
    SLACK_BOT("xoxb-", "Aa0-", 20),
    SLACK_USER("xoxp-", "Aa0-", 20),
    SLACK_APP("xapp-", "Aa0-", 20),
    SLACK_HOOK("hooks.slack.com/services/", "Aa0/", 30),
    STRIPE_LIVE("sk_live_", "Aa0", 16),
    STRIPE_TEST("sk_test_", "Aa0", 16),
    STRIPE_RESTRICTED("rk_live_", "Aa0", 16),
    STRIPE_HOOK("whsec_", "Aa0", 24),
    MODEL_API("sk-", "Aa0_-", 32),
    GOOGLE_API("AIza", "Aa0_-", 35),
    GOOGLE_OAUTH("ya29.", "Aa0_-", 20),
    GOOGLE_CLIENT("GOCSPX-", "Aa0_-", 24),
    NPM("npm_", "Aa0", 36),
    PYPI("pypi-AgEI", "Aa0_-", 50),
    SENDGRID("SG.", "Aa0_-.", 60),
    HUGGING_FACE("hf_", "Aa0", 30),
    DIGITAL_OCEAN("dop_v1_", "a0", 64),
    SHOPIFY("shpat_", "Aa0", 32),
    MAILGUN("key-", "a0", 32),
    DATABRICKS("dapi", "a0", 32),
    LINEAR("lin_api_", "Aa0", 32),
    GROQ("gsk_", "Aa0", 40),
    REPLICATE("r8_", "Aa0", 32),
    VAULT("hvs.", "Aa0_-", 24),
    AZURE_STORAGE("AccountKey=", "Aa0+/=", 64),
    AGE("AGE-SECRET-KEY-1", "A0", 50);

    /** Of a char, in bits: what is written to show the form, as xxxxxxxx, has less. */
    private static final double LEAST_BITS = 2.5;

    private final String prefix;
    private final String chars;
    private final int least;

    SecretRule(String prefix, String chars, int least) {
        this.prefix = prefix;
        this.chars = chars;
        this.least = least;
    }

    String prefix() {
        return prefix;
    }

    /** What they begin with, in small letters, in the order of the rules. */
    static List<String> prefixes() {
        List<String> prefixes = new ArrayList<>();
        for (SecretRule rule : values()) {
            prefixes.add(rule.prefix.toLowerCase(Locale.ROOT));
        }
        return prefixes;
    }

    /** The end of the one whose prefix ends here; -1 where there is none. */
    int end(String text, int prefixEnd) {
        int start = prefixEnd - prefix.length();
        if (!text.startsWith(prefix, start) || Letters.wordBefore(text, start)) {
            return -1;
        }
        int end = prefixEnd;
        while (end < text.length() && isOne(text.charAt(end))) {
            end++;
        }
        String rest = text.substring(prefixEnd, end);
        return rest.length() >= least && Entropy.of(rest) >= LEAST_BITS ? end : -1;
    }

    /** Where the one begins whose prefix ends here. */
    int start(int prefixEnd) {
        return prefixEnd - prefix.length();
    }

    private boolean isOne(char c) {
        if (c >= 'A' && c <= 'Z') {
            return chars.indexOf('A') >= 0;
        }
        if (c >= 'a' && c <= 'z') {
            return chars.indexOf('a') >= 0;
        }
        return Letters.isDigit(c) || (c != 'A' && c != 'a' && chars.indexOf(c) >= 0);
    }
}
