package ft.transcendence.gateway.login;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import ft.transcendence.gateway.digest.Sha256;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Encrypts pending logins so that browsers can keep them: nobody else can read or change them, and they expire. The format is a
 * JWE with a key of the gateway (RFC 7516: {@code dir} with {@code A256GCM}).
 */
@Component
@Profile("!standalone")
final class PendingLoginCipher {
    private static final JWEHeader HEADER = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).build();

    private final SecretKey key;
    private final Duration validity;
    private final Clock clock;

    @Autowired
    PendingLoginCipher(LoginProperties login, Clock clock) {
        this(login.stateKey(), login.completeWithin(), clock);
    }

    /** @param secret the key is derived from it; empty for a random key of this process */
    PendingLoginCipher(String secret, Duration validity, Clock clock) {
        this.key = new SecretKeySpec(secret.isEmpty() ? random() : Sha256.of("login state\n" + secret), "AES");
        this.validity = validity;
        this.clock = clock;
    }

    String encrypt(PendingLogin login) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issueTime(Date.from(login.startedAt()))
                .claim("s", login.state())
                .claim("n", login.nonce())
                .claim("v", login.codeVerifier())
                .claim("u", login.redirectUri())
                .claim("r", login.returnTo())
                .claim("f", login.freshness().name())
                .build();
        EncryptedJWT encrypted = new EncryptedJWT(HEADER, claims);
        try {
            encrypted.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java runtime has AES-GCM", e);
        }
        return encrypted.serialize();
    }

    /** The login; empty when it was encrypted with another key, was tampered with, or has expired. */
    Optional<PendingLogin> decrypt(String encrypted) {
        try {
            EncryptedJWT jwt = EncryptedJWT.parse(encrypted);
            jwt.decrypt(new DirectDecrypter(key));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            PendingLogin login = new PendingLogin(
                    text(claims, "s"),
                    text(claims, "n"),
                    text(claims, "v"),
                    text(claims, "u"),
                    text(claims, "r"),
                    PendingLogin.Freshness.valueOf(text(claims, "f")),
                    claims.getIssueTime().toInstant());
            return Optional.of(login).filter(this::isStillValid);
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isStillValid(PendingLogin login) {
        Instant now = clock.instant();
        return now.isBefore(login.startedAt().plus(validity));
    }

    Duration validity() {
        return validity;
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Objects.requireNonNull(claims.getStringClaim(name));
    }

    private static byte[] random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
