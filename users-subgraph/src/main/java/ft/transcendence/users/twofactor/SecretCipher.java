package ft.transcendence.users.twofactor;

import ft.transcendence.platform.process.cipher.StoredValueCipher;
import ft.transcendence.users.identity.KeycloakProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Encrypts pending secrets in the database, each for its user. The key is derived from the secret of the service account
 * at Keycloak, because its holder can change second factors anyway.
 */
@Component
class SecretCipher {

    private final StoredValueCipher cipher;

    SecretCipher(KeycloakProperties keycloak) throws GeneralSecurityException {
        this.cipher = new StoredValueCipher(keycloak.clientSecret(), "pending two-factor secrets");
    }

    byte[] encrypt(UUID user, byte[] secret) {
        try {
            return cipher.encrypt(row(user), secret);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A pending secret could not be encrypted", failure);
        }
    }

    byte[] decrypt(UUID user, byte[] encrypted) {
        try {
            return cipher.decrypt(row(user), encrypted);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A pending secret could not be decrypted", failure);
        }
    }

    private static byte[] row(UUID user) {
        return user.toString().getBytes(StandardCharsets.UTF_8);
    }
}
