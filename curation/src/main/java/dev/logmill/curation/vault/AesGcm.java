package dev.logmill.curation.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random nonce of 96 bits and a tag of 128 (NIST SP 800-38D, section 8.2.2: up to 2^32 texts a key), written as
 * base64 of nonce, ciphertext and tag.
 */
final class AesGcm {
    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static String seal(byte[] key, byte[] plain, byte[] bound) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** Throws where the key is another one, it is bound to something else, or a bit of it was changed. */
    static byte[] open(byte[] key, String sealed, byte[] bound) throws GeneralSecurityException {
        byte[] both = decoded(sealed);
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
    }

    private static byte[] decoded(String sealed) throws GeneralSecurityException {
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            if (both.length >= NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return both;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException("It is not base64", noBase64);
        }
        throw new GeneralSecurityException("It is too short");
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
