package dev.logmill.curation.privacy.detect;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Addresses of Bitcoin, Bitcoin Cash, Tron, Ripple, Cardano and their kin, each by its checksum: base58 (double SHA-256), bech32
 * (BIP 173, BIP 350) and {@link CashAddress}; of
 * Ethereum, forty hex digits behind 0x; of Monero, so long in base58 that nothing else is; and of Solana, behind words that call
 * them so.
 */
public final class CryptoAddressDetector implements Detector {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32M = 0x2bc830a3;
    private static final Set<String> OF_SOLANA = Phrases.of("sol|solana|wallet|phantom|spl");
    private static final int SHORTEST = 26;
    private static final int LONGEST = 106;

    /** Addresses of Cardano have more chars. */
    private static final int CARDANO = 50;

    /** Chars of an address of Monero, and of one with a payment's id in it. */
    private static final int MONERO = 95;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() > 0;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int digit = scan.start(run);
            if (digit < from) {
                continue;
            }
            int start = digit;
            while (start > from && digit - start < LONGEST && Letters.wordBefore(text, start)) {
                start--;
            }
            int end = digit;
            while (end < text.length() && end - start <= LONGEST && Letters.wordAt(text, end)) {
                end++;
            }
            if (end - start >= SHORTEST && end - start <= LONGEST) {
                String word = text.substring(start, end);
                if (isAddress(word)
                        || (isSolana(word) && Cues.before(text, start, label).say(OF_SOLANA))) {
                    sink.accept(new Finding(
                            "CRYPTO", start, end, word.startsWith("0x") ? word.toLowerCase(Locale.ROOT) : word));
                }
            }
            from = end;
        }
    }

    private static boolean isAddress(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.startsWith("0x")) {
            return word.length() == 42 && word.substring(2).chars().allMatch(c -> Letters.isHex((char) c));
        }
        if (small.startsWith("bc1") || small.startsWith("tb1") || small.startsWith("ltc1")) {
            return bech32(small);
        }
        if (CashAddress.is(small)) {
            return true;
        }
        if (small.startsWith("addr1") && word.length() > CARDANO) {
            return bech32(small);
        }
        if (word.charAt(0) == 'r' && word.length() <= 35) {
            return base58(ofRipple(word));
        }
        if (word.length() == MONERO || word.length() == LONGEST) {
            return "48".indexOf(word.charAt(0)) >= 0 && word.chars().allMatch(c -> BASE58.indexOf(c) >= 0);
        }
        return word.length() <= 35 && "13LMDXT".indexOf(word.charAt(0)) >= 0 && base58(word);
    }

    /** Ripple has the digits of base58 in an order of its own. */
    private static String ofRipple(String word) {
        StringBuilder digits = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int digit = RIPPLE.indexOf(word.charAt(i));
            digits.append(digit < 0 ? '0' : BASE58.charAt(digit));
        }
        return digits.toString();
    }

    /** Whether it is a key of 32 bytes, which has no checksum: it is an address where something calls it so. */
    private static boolean isSolana(String word) {
        if (word.length() < 43 || word.length() > 44) {
            return false;
        }
        BigInteger value = valueOf(word);
        return value.signum() > 0 && value.bitLength() > 240 && value.bitLength() <= 256;
    }

    /** What a word says in base58; less than zero where it is none. */
    private static BigInteger valueOf(String word) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < word.length(); i++) {
            int digit = BASE58.indexOf(word.charAt(i));
            if (digit < 0) {
                return BigInteger.ONE.negate();
            }
            value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        return value;
    }

    private static boolean base58(String word) {
        BigInteger value = valueOf(word);
        if (value.signum() < 0) {
            return false;
        }
        byte[] bytes = value.toByteArray();
        byte[] decoded = new byte[25];
        int skip = bytes.length > 25 && bytes[0] == 0 ? 1 : 0;
        int length = bytes.length - skip;
        if (length > 25) {
            return false;
        }
        System.arraycopy(bytes, skip, decoded, 25 - length, length);
        byte[] sum = sha256(sha256(Arrays.copyOf(decoded, 21)));
        return Arrays.equals(Arrays.copyOf(sum, 4), Arrays.copyOfRange(decoded, 21, 25));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static boolean bech32(String word) {
        int mark = word.lastIndexOf('1');
        int check = 1;
        byte[] prefix = word.substring(0, mark).getBytes(StandardCharsets.US_ASCII);
        for (byte c : prefix) {
            check = step(check, c >> 5);
        }
        check = step(check, 0);
        for (byte c : prefix) {
            check = step(check, c & 31);
        }
        for (int i = mark + 1; i < word.length(); i++) {
            int digit = BECH32.indexOf(word.charAt(i));
            if (digit < 0) {
                return false;
            }
            check = step(check, digit);
        }
        return check == 1 || check == BECH32M;
    }

    private static int step(int check, int value) {
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int bit = 0; bit < GENERATOR.length; bit++) {
            next ^= (check >> 25 >> bit & 1) == 1 ? GENERATOR[bit] : 0;
        }
        return next;
    }
}
