package dev.logmill.curation.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Lines as agents read and write them that name nobody: code, ids, prices, UUIDs, hashes, times, versions, measures. */
final class PlainCorpus {
    private static final List<Function<Random, String>> LINES = List.of(
            r -> "    int %s = %s.get(%d) * %d;".formatted(word(r), word(r), r.nextInt(9999), r.nextInt(100000)),
            r -> "public static final long %s_%s = 0x%08xL;".formatted(upper(r), upper(r), r.nextInt()),
            r -> "for (int i = %d; i < %d; i += %d) { %s[i] = %s(i); }"
                    .formatted(r.nextInt(99), r.nextInt(99999), r.nextInt(9), word(r), word(r)),
            r -> "order %d shipped, tracking 1Z%s".formatted(digits(r, 8), alnum(r, 16)),
            r -> "invoice INV-%d-%06d: total $%d.%02d"
                    .formatted(2000 + r.nextInt(40), r.nextInt(1000000), r.nextInt(9999), r.nextInt(100)),
            r -> "EUR %d.%03d,%02d and \u00a3%d,%03d.%02d"
                    .formatted(
                            r.nextInt(99),
                            r.nextInt(1000),
                            r.nextInt(100),
                            r.nextInt(99),
                            r.nextInt(1000),
                            r.nextInt(100)),
            r -> "{\"id\":\"%s\",\"created_at\":%d,\"n\":%d}"
                    .formatted(uuid(r), 1600000000L + r.nextInt(200000000), r.nextInt()),
            r -> "commit %s".formatted(hex(r, 40)),
            r -> "sha256:%s".formatted(hex(r, 64)),
            r -> "md5 %s, etag \"%s-%d\"".formatted(hex(r, 32), hex(r, 32), r.nextInt(90)),
            r -> "trace %s span %s".formatted(hex(r, 32), hex(r, 16)),
            r -> "20%02d-%02d-%02dT%02d:%02d:%02d.%06dZ INFO took %d.%03d s"
                    .formatted(
                            r.nextInt(40),
                            1 + r.nextInt(12),
                            1 + r.nextInt(28),
                            r.nextInt(24),
                            r.nextInt(60),
                            r.nextInt(60),
                            r.nextInt(1000000),
                            r.nextInt(99),
                            r.nextInt(1000)),
            r -> "ts=%d level=warn msg=\"retry %d of %d\""
                    .formatted(1600000000000L + r.nextInt(), r.nextInt(9), r.nextInt(9)),
            r -> "%s@%d.%d.%d requires %s >= %d.%d"
                    .formatted(
                            word(r), r.nextInt(20), r.nextInt(30), r.nextInt(99), word(r), r.nextInt(9), r.nextInt(30)),
            r -> "call_%s toolu_%s chatcmpl-%s".formatted(alnum(r, 24), alnum(r, 22), alnum(r, 29)),
            r -> "SELECT %s, %s FROM %s WHERE id IN (%d, %d, %d);"
                    .formatted(word(r), word(r), word(r), digits(r, 7), digits(r, 9), digits(r, 6)),
            r -> "| %d | %.4f | %.2e | %d%% |"
                    .formatted(r.nextInt(100000), r.nextDouble(), r.nextDouble(), r.nextInt(100)),
            r -> "GET /api/v%d/%s/%d?page=%d&limit=%d 200 %d"
                    .formatted(r.nextInt(4), word(r), digits(r, 10), r.nextInt(99), r.nextInt(99), digits(r, 5)),
            r -> "at dev.example.%s.%s(%s.java:%d)".formatted(word(r), word(r), upper(r), r.nextInt(2000)),
            r -> "SKU %s-%d-%s, EAN %d".formatted(upper(r).substring(0, 3), digits(r, 4), alnum(r, 4), digits(r, 13)),
            r -> "matrix [%d, %d, %d] shape (%d, %d)"
                    .formatted(digits(r, 9), digits(r, 3), digits(r, 11), digits(r, 4), digits(r, 3)),
            r -> "The %s of the %s takes %d %s and returns the %s."
                    .formatted(word(r), word(r), r.nextInt(100), word(r), word(r)),
            r -> "flight HAT%03d leaves at %02d:%02d, gate %d, seat %d%c"
                    .formatted(
                            r.nextInt(1000),
                            r.nextInt(24),
                            r.nextInt(60),
                            r.nextInt(60),
                            r.nextInt(40),
                            'A' + r.nextInt(6)),
            r -> "%s = \"%s\"  # base64".formatted(word(r), alnum(r, 40) + "=="));

    private static final List<String> WORDS = List.of(
            "index",
            "value",
            "count",
            "buffer",
            "result",
            "total",
            "request",
            "response",
            "handler",
            "status",
            "price",
            "amount",
            "order",
            "node",
            "token",
            "message",
            "window",
            "table",
            "column",
            "key",
            "batch",
            "offset",
            "user",
            "session",
            "item",
            "product",
            "cache",
            "queue",
            "parser",
            "score",
            "weight",
            "model",
            "layer",
            "input");

    private PlainCorpus() {}

    /** So many chars of it, or a line more; the same for one seed. */
    static String of(int chars, long seed) {
        Random random = new Random(seed);
        StringBuilder corpus = new StringBuilder(chars + 200);
        while (corpus.length() < chars) {
            corpus.append(LINES.get(random.nextInt(LINES.size())).apply(random)).append('\n');
        }
        return corpus.toString();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String upper(Random random) {
        return word(random).toUpperCase(Locale.ROOT);
    }

    private static long digits(Random random, int digits) {
        long least = (long) Math.pow(10, digits - 1);
        return least + Math.floorMod(random.nextLong(), 9 * least);
    }

    private static String hex(Random random, int digits) {
        return string(random, digits, "0123456789abcdef");
    }

    private static String alnum(Random random, int chars) {
        return string(random, chars, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    }

    private static String string(Random random, int length, String alphabet) {
        StringBuilder string = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            string.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return string.toString();
    }

    private static String uuid(Random random) {
        String hex = hex(random, 32);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }
}
