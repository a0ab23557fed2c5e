package ft.transcendence.matches.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyCipherTests {

    private final KeyCipher cipher = cipher("0123456789abcdef0123456789abcdef");

    @Test
    void decryptsWhatItEncrypted() {
        byte[] encrypted = cipher.encrypt(7, "a private key");

        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(cipher.encrypt(7, "a private key")).isNotEqualTo(encrypted);
        assertThat(cipher.decrypt(7, encrypted)).isEqualTo("a private key");
    }

    @Test
    void rejectsAKeyInThePlaceOfAnother() {
        byte[] encrypted = cipher.encrypt(7, "a private key");

        assertThatThrownBy(() -> cipher.decrypt(8, encrypted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rejectsAChangedKey() {
        byte[] encrypted = cipher.encrypt(7, "a private key");
        encrypted[encrypted.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(7, encrypted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhatToDoWhenTheSecretWasChanged() {
        byte[] encrypted = cipher.encrypt(7, "a private key");

        assertThatThrownBy(() -> cipher("another secret of thirty-two chars").decrypt(7, encrypted))
                .hasMessageContaining("TICKET_ENCRYPTION_KEY");
    }

    private static KeyCipher cipher(String secret) {
        try {
            return new KeyCipher(new TicketProperties(
                    "test",
                    Duration.ofMinutes(2),
                    secret,
                    Duration.ofDays(30),
                    Duration.ofHours(1),
                    Duration.ofMinutes(1)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
