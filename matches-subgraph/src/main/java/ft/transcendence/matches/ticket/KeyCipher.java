package ft.transcendence.matches.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts private keys in the database with AES-256-GCM. The number of the key is authenticated, so that no key can be
 * put in the place of another.
 */
@Component
class KeyCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    KeyCipher(TicketProperties properties) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(properties.encryptionKey().getBytes(StandardCharsets.UTF_8))
                                .thenExpand("keys of tickets".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    }

    byte[] encrypt(long generation, String privateKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, generation, nonce, privateKey.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if the key was encrypted with another secret, or is not that of this number */
    String decrypt(long generation, byte[] encrypted) {
        ByteBuffer buffer = ByteBuffer.wrap(encrypted);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new String(run(Cipher.DECRYPT_MODE, generation, nonce, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, long generation, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(generation).flip());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A key of tickets cannot be decrypted. If TICKET_ENCRYPTION_KEY was changed, delete the rows of ticket_key.",
                    failure);
        }
    }
}
