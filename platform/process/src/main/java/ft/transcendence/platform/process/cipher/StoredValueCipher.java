package ft.transcendence.platform.process.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts values in a database or in Redis with AES-256-GCM. What identifies the row is authenticated, so a value copied to another
 * row cannot be decrypted. The encrypted form is a nonce of 12 bytes, the ciphertext and a tag of 16 bytes.
 */
public final class StoredValueCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /**
     * A cipher whose key is derived from a secret (HKDF, RFC 5869).
     *
     * @param purpose distinguishes the keys derived from one secret
     */
    public StoredValueCipher(String secret, String purpose) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    }

    /** @param row identifies the row that the value belongs to */
    public byte[] encrypt(byte[] row, byte[] value) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, row, nonce, value);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws GeneralSecurityException if the value was encrypted with another secret, or for another row */
    public byte[] decrypt(byte[] row, byte[] encrypted) throws GeneralSecurityException {
        ByteBuffer buffer = ByteBuffer.wrap(encrypted);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return run(Cipher.DECRYPT_MODE, row, nonce, sealed);
    }

    private byte[] run(int mode, byte[] row, byte[] nonce, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row);
        return cipher.doFinal(input);
    }
}
