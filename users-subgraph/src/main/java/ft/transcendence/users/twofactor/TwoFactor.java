package ft.transcendence.users.twofactor;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.identity.Keycloak;
import ft.transcendence.users.identity.NewCredential;
import ft.transcendence.users.login.FreshLogin;
import ft.transcendence.users.profile.User;
import ft.transcendence.users.twofactor.PendingSecrets.Pending;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns two-factor authentication on and off. Turning it on takes two steps. First a secret is shown to the user and
 * stored, encrypted and for a limited time. Then a code proves that the user's app has the secret, and the secret
 * becomes a credential in Keycloak. From then on Keycloak asks for a code at every login.
 */
@Service
public class TwoFactor {

    private static final int SECRET_BYTES = 20;

    private final PendingSecrets pending;
    private final Keycloak keycloak;
    private final FreshLogin freshLogin;
    private final TwoFactorProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TwoFactor(
            PendingSecrets pending,
            Keycloak keycloak,
            FreshLogin freshLogin,
            TwoFactorProperties properties,
            JsonMapper json,
            Clock clock) {
        this.pending = pending;
        this.keycloak = keycloak;
        this.freshLogin = freshLogin;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Creates and returns a new secret. Requires a recent login, so that a stolen session cannot lock its owner out.
     *
     * @throws ChangeRejectedException with {@link TwoFactorErrorCode#TWO_FACTOR_ON}
     * @throws ft.transcendence.subgraph.error.ClientException FRESH_LOGIN_REQUIRED if the login is too old
     */
    TwoFactorSetup enable(Caller caller, User user) {
        if (keycloak.credentials(user.id()).hasSecondFactor()) {
            throw rejected(TwoFactorErrorCode.TWO_FACTOR_ON, "Two-factor authentication is already on.");
        }
        freshLogin.requireRecent(caller);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Instant expiresAt = clock.instant().plus(properties.setupLifetime());
        pending.put(user.id(), secret, expiresAt);
        return TwoFactorSetup.of(secret, properties.issuer(), user.username(), expiresAt);
    }

    /**
     * Turns two-factor authentication on and returns the recovery codes.
     *
     * @throws ChangeRejectedException with {@link TwoFactorErrorCode#NO_PENDING_TWO_FACTOR}, {@link
     *     TwoFactorErrorCode#TOO_MANY_TRIES} or {@link TwoFactorErrorCode#WRONG_CODE}; a wrong code is counted
     */
    @Transactional(noRollbackFor = ChangeRejectedException.class) // the count of wrong codes is kept
    List<String> verify(UUID user, String code) {
        Optional<Pending> found = pending.lock(user);
        if (found.isEmpty()) {
            throw rejected(
                    TwoFactorErrorCode.NO_PENDING_TWO_FACTOR,
                    "Start with enable2fa. A secret expires after a few minutes.");
        }
        if (found.get().failures() >= properties.tries()) {
            throw rejected(TwoFactorErrorCode.TOO_MANY_TRIES, "Too many wrong codes. Start again with enable2fa.");
        }
        if (!Totp.matches(found.get().secret(), code.replace(" ", ""), clock.instant())) {
            pending.countFailure(user);
            throw rejected(TwoFactorErrorCode.WRONG_CODE, "The code is wrong.");
        }
        RecoveryCodes recovery = RecoveryCodes.generate(random);
        pending.remove(user);
        // last step: if Keycloak fails, the transaction is rolled back and the user can retry with the same secret
        keycloak.addCredentials(user, List.of(credential(found.get().secret()), recovery.credential(json)));
        return recovery.codes();
    }

    /** Turns two-factor authentication off. The caller of this method checks permission. */
    public void disable(UUID user) {
        keycloak.credentials(user)
                .secondFactors()
                .forEach(credential -> keycloak.removeCredential(user, credential.id()));
    }

    /** Deletes the pending secret. */
    public void forgetPending(UUID user) {
        pending.remove(user);
    }

    private NewCredential credential(byte[] secret) {
        return new NewCredential(
                NewCredential.OTP,
                "Authenticator app",
                json.writeValueAsString(Map.of("value", Base32.encode(secret))),
                json.writeValueAsString(Map.of(
                        "subType",
                        "totp",
                        "digits",
                        Totp.DIGITS,
                        "counter",
                        0,
                        "period",
                        Totp.PERIOD_SECONDS,
                        "algorithm",
                        "HmacSHA1",
                        "secretEncoding",
                        "BASE32")));
    }

    private static ChangeRejectedException rejected(TwoFactorErrorCode code, String message) {
        return new ChangeRejectedException(code, message, null);
    }
}
