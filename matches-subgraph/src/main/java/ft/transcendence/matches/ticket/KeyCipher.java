package ft.transcendence.matches.ticket;

import ft.transcendence.platform.process.cipher.StoredValueCipher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Encrypts private keys in the database, each for its number, so that no key can be put in the place of another. */
@Component
class KeyCipher {

    private final StoredValueCipher cipher;

    KeyCipher(TicketProperties properties) throws GeneralSecurityException {
        this.cipher = new StoredValueCipher(properties.encryptionKey(), "keys of tickets");
    }

    byte[] encrypt(long generation, String privateKey) {
        try {
            return cipher.encrypt(row(generation), privateKey.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A key of tickets could not be encrypted", failure);
        }
    }

    /** @throws IllegalStateException if the key was encrypted with another secret, or is not that of this number */
    String decrypt(long generation, byte[] encrypted) {
        try {
            return new String(cipher.decrypt(row(generation), encrypted), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A key of tickets cannot be decrypted. If TICKET_ENCRYPTION_KEY was changed, delete the rows of ticket_key.",
                    failure);
        }
    }

    private static byte[] row(long generation) {
        return ByteBuffer.allocate(Long.BYTES).putLong(generation).array();
    }
}
