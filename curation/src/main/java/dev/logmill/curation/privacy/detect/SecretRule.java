package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import java.util.List;

/**
 * Keys and tokens that their issuers mark by a prefix, in the forms that the issuers document: which chars follow, how many at
 * least, and what they begin with. Issuers whose keys have the same form share one.
 */
enum SecretRule {
    AWS("A0", 16, "AKIA", "ASIA", "ABIA", "ACCA"),
    BEDROCK("Aa0+/=", 60, "ABSK", "bedrock-api-key-"),
    GITHUB("Aa0", 36, "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
    GITHUB_FINE("Aa0_", 50, "github_pat_"),
    GITLAB(
            "Aa0_-.",
            20,
            "glpat-",
            "glptt-",
            "glrt-",
            "gldt-",
            "glcbt-",
            "glft-",
            "glimt-",
            "glsoat-",
            "glagent-",
            "gloas-",
            "GR1348941"),
    SLACK("Aa0%+/=-", 20, "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxc-", "xoxd-", "xoxe-", "xoxe.xox", "xapp-"),
    SLACK_HOOK("Aa0/", 30, "hooks.slack.com/services/", "hooks.slack.com/triggers/", "hooks.slack.com/workflows/"),
    DISCORD_HOOK("Aa0_/-", 50, "discord.com/api/webhooks/", "discordapp.com/api/webhooks/"),
    TEAMS_HOOK("Aa0@/-", 60, "webhook.office.com/webhookb2/"),
    ZAPIER_HOOK("Aa0/", 12, "hooks.zapier.com/hooks/catch/"),
    STRIPE("Aa0", 16, "sk_live_", "sk_test_", "rk_live_", "rk_test_"),
    STRIPE_HOOK("Aa0+/=", 24, "whsec_"),
    SQUARE("Aa0_-", 22, "sq0atp-", "sq0csp-"),
    SQUARE_ACCESS("Aa9", 55, "EAAAE", "EAAAl"),
    FACEBOOK("Aa9", 60, "EAAB", "EAAC", "EAAD", "EAAG", "EAAI", "EAAJ", "EAAM"),
    PLAID("a0-", 36, "access-production-", "access-sandbox-"),
    EASYPOST("Aa0", 54, "EZAK", "EZTK"),
    MODEL_API("Aa0_-", 32, "sk-"),
    XAI("Aa0", 50, "xai-"),
    NVIDIA("Aa0_-", 50, "nvapi-"),
    TAVILY("Aa9-", 24, "tvly-"),
    PINECONE("Aa0_", 40, "pcsk_"),
    PERPLEXITY("Aa0", 40, "pplx-", "tgp_v1_"),
    LLAMA_CLOUD("Aa9", 40, "llx-"),
    FIREWORKS("Aa9", 22, "fw_"),
    ELEVENLABS("a9", 40, "sk_", "csk-", "e2b_"),
    JINA("Aa9_-", 40, "jina_", "pa-"),
    FIRECRAWL("a9", 32, "fc-", "ls__"),
    LANGSMITH("a0_", 32, "lsv2_pt_", "lsv2_sk_"),
    LOGFIRE("Aa0_", 40, "pylf_v1_", "wandb_v1_"),
    POSTHOG("Aa0", 32, "phx_", "phc_", "phs_"),
    GOOGLE_API("Aa0_-", 35, "AIza", "AQ.Ab8"),
    GOOGLE_OAUTH("Aa0_-", 20, "ya29.", "GOCSPX-"),
    GOOGLE_REFRESH("Aa9_-", 40, "1//0"),
    NPM("Aa0", 36, "npm_"),
    PYPI("Aa0_-", 50, "pypi-AgEI", "pypi-AgEN"),
    RUBYGEMS("a0", 48, "rubygems_", "CLOJARS_"),
    DOCKER("Aa0_-", 24, "dckr_pat_", "dckr_oat_"),
    JFROG("Aa0", 60, "AKCp"),
    SENDGRID("Aa0_-.", 60, "SG."),
    BREVO("a0-", 64, "xkeysib-", "xsmtpsib-"),
    RESEND("Aa9_", 30, "re_"),
    MAILGUN("a0", 32, "key-"),
    HUGGING_FACE("Aa0", 30, "hf_", "api_org_", "apify_api_"),
    DIGITAL_OCEAN("a0", 64, "dop_v1_", "doo_v1_", "dor_v1_"),
    SHOPIFY("Aa0", 32, "shpat_", "shpca_", "shppa_", "shpss_"),
    DATABRICKS("a9", 32, "dapi", "dose"),
    LINEAR("Aa0", 32, "lin_api_", "lin_oauth_"),
    ATLASSIAN("Aa0_=-", 60, "ATATT3", "ATCTT3"),
    BITBUCKET("Aa9", 28, "ATBB"),
    NOTION("Aa9", 40, "ntn_", "secret_"),
    HUBSPOT("a0-", 36, "pat-na1-", "pat-na2-", "pat-eu1-"),
    FIGMA("Aa0_-", 36, "figd_", "CFPAT-"),
    TYPEFORM("Aa0_.-", 40, "tfp_"),
    POSTMAN("a0-", 40, "PMAK-"),
    GROQ("Aa0", 40, "gsk_"),
    REPLICATE("Aa0", 32, "r8_"),
    VAULT("Aa0_-", 24, "hvs.", "hvb."),
    DOPPLER("Aa0_.-", 40, "dp.pt.", "dp.st.", "dp.sa."),
    ONE_PASSWORD("Aa0_-", 100, "ops_eyJ"),
    GRAFANA("Aa0_+/=", 32, "glsa_", "glc_"),
    SENTRY("Aa0_+/=-", 40, "sntrys_", "sntryu_"),
    NEW_RELIC("Aa0_-", 27, "NRAK-", "NRII-"),
    DYNATRACE("A0.", 80, "dt0c01."),
    SONAR("a0", 40, "squ_", "sqp_", "sqa_", "bkua_"),
    SOURCEGRAPH("a0_", 40, "sgp_", "sbp_"),
    PULUMI("a9", 40, "pul-"),
    PREFECT("Aa0", 36, "pnu_", "nfp_"),
    SUPABASE("Aa0_-", 24, "sb_secret_"),
    NEON("Aa0", 50, "napi_"),
    PLANETSCALE("Aa0_.-", 32, "pscale_tkn_", "pscale_pw_", "mdb_sa_sk_"),
    VERCEL_BLOB("Aa9_", 24, "vercel_blob_rw_"),
    VERCEL("Aa0", 24, "vcp_", "vci_", "vca_", "vcr_", "vck_"),
    HEROKU("Aa0_-", 36, "HRKU-"),
    FLY("Aa0+/=_-", 40, "fo1_", "fm1r_", "fm2_"),
    CIRCLECI("Aa0_", 40, "CCIPAT_"),
    TAILSCALE("Aa0-", 24, "tskey-"),
    OPENSHIFT("Aa0_-", 40, "sha256~"),
    DROPBOX("Aa9_-", 100, "sl."),
    MAPBOX("Aa0_-.", 40, "sk.eyJ"),
    ALIBABA("Aa9", 16, "LTAI"),
    TENCENT("Aa9", 32, "AKID"),
    YANDEX("Aa0_-", 35, "AQVN"),
    AZURE_STORAGE("Aa0+/=", 64, "AccountKey="),
    /** What a password is kept as (crypt): from one that is weak the password is soon known. */
    HASHED("Aa9./$=+", 40, "$2a$0", "$2a$1", "$2b$0", "$2b$1", "$2y$0", "$2y$1"),
    AGE("A0", 50, "AGE-SECRET-KEY-1");

    /** Of a char, in bits: what is written to show the form, as xxxxxxxx, has less. */
    private static final double LEAST_BITS = 2.5;

    /** Longer than any, and looked at again for each prefix that stands within it. */
    private static final int LONGEST = 2048;

    /** Chars whose evenness tells that of all. */
    private static final int LOOKED_AT = 256;

    private final String chars;
    private final boolean[] ascii = new boolean[0x80];
    private final int least;
    private final List<String> prefixes;

    /**
     * @param chars {@code A}, {@code a} and {@code 0} for capitals, small letters and digits, and marks as they are; {@code 9} for
     *     digits of which there must be one, and with {@code A} a capital too: names in code begin with such a prefix as well
     * @param least chars behind the prefix
     */
    SecretRule(String chars, int least, String... prefixes) {
        this.chars = chars;
        this.least = least;
        this.prefixes = List.of(prefixes);
        for (char c = 0; c < ascii.length; c++) {
            ascii[c] = may(c);
        }
    }

    /** A prefix, and the rule for what follows it. */
    record Marked(String prefix, SecretRule rule) {
        /** Where the key or token begins whose prefix ends here. */
        int start(int prefixEnd) {
            return prefixEnd - prefix.length();
        }

        /** Where it ends; -1 where there is none. */
        int end(String text, int prefixEnd) {
            boolean begins = text.startsWith(prefix, start(prefixEnd)) && !Letters.wordBefore(text, start(prefixEnd));
            return begins ? rule.end(text, prefixEnd) : -1;
        }
    }

    /** All prefixes, in the order of the rules. */
    static List<Marked> marked() {
        return Arrays.stream(values())
                .flatMap(rule -> rule.prefixes.stream().map(prefix -> new Marked(prefix, rule)))
                .toList();
    }

    private int end(String text, int prefixEnd) {
        int end = prefixEnd;
        while (end < text.length() && end - prefixEnd < LONGEST && isOne(text.charAt(end))) {
            end++;
        }
        while (end > prefixEnd && text.charAt(end - 1) == '.') {
            end--;
        }
        if (end - prefixEnd < least) {
            return -1;
        }
        String rest = text.substring(prefixEnd, end);
        String first = rest.substring(0, Math.min(rest.length(), LOOKED_AT));
        return Entropy.of(first) >= LEAST_BITS && !isName(rest) ? end : -1;
    }

    private boolean isName(String rest) {
        return chars.indexOf('9') >= 0
                && (rest.chars().noneMatch(c -> Letters.isDigit((char) c))
                        || (chars.indexOf('A') >= 0 && rest.chars().noneMatch(c -> c >= 'A' && c <= 'Z')));
    }

    /** Whether it may follow the prefix. */
    boolean isOne(char c) {
        return c < ascii.length && ascii[c];
    }

    private boolean may(char c) {
        if (c >= 'A' && c <= 'Z') {
            return chars.indexOf('A') >= 0;
        }
        if (c >= 'a' && c <= 'z') {
            return chars.indexOf('a') >= 0;
        }
        return Letters.isDigit(c) || chars.indexOf(c) >= 0;
    }
}
