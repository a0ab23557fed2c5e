package ft.transcendence.users.twofactor;

import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.identity.Keycloak;
import ft.transcendence.users.identity.NewCredential;
import ft.transcendence.users.login.FreshLogin;
import ft.transcendence.users.mutation.UserMutationError;
import ft.transcendence.users.mutation.UserMutationErrorCode;
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
     * @throws ft.transcendence.subgraph.error.ClientException FRESH_LOGIN_REQUIRED if the login is too old
     */
    Enable2faPayload enable(Caller caller, User user) {
        if (keycloak.credentials(user.id()).hasSecondFactor()) {
            return new Enable2faPayload(
                    null, rejected(UserMutationErrorCode.TWO_FACTOR_ON, "Two-factor authentication is already on."));
        }
        freshLogin.requireRecent(caller);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Instant expiresAt = clock.instant().plus(properties.setupLifetime());
        pending.put(user.id(), secret, expiresAt);
        return new Enable2faPayload(
                TwoFactorSetup.of(secret, properties.issuer(), user.username(), expiresAt), List.of());
    }

    @Transactional
    Verify2faPayload verify(UUID user, String code) {
        Optional<Pending> found = pending.lock(user);
        if (found.isEmpty()) {
            return rejectedVerification(
                    UserMutationErrorCode.NO_PENDING_TWO_FACTOR,
                    "Start with enable2fa. A secret expires after a few minutes.");
        }
        if (found.get().failures() >= properties.tries()) {
            return rejectedVerification(
                    UserMutationErrorCode.TOO_MANY_TRIES, "Too many wrong codes. Start again with enable2fa.");
        }
        if (!Totp.matches(found.get().secret(), code.replace(" ", ""), clock.instant())) {
            pending.countFailure(user);
            return rejectedVerification(UserMutationErrorCode.WRONG_CODE, "The code is wrong.");
        }
        RecoveryCodes recovery = RecoveryCodes.generate(random);
        pending.remove(user);
        // last step: if Keycloak fails, the transaction is rolled back and the user can retry with the same secret
        keycloak.addCredentials(user, List.of(credential(found.get().secret()), recovery.credential(json)));
        return new Verify2faPayload(recovery.codes(), List.of());
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

    private static Verify2faPayload rejectedVerification(UserMutationErrorCode code, String message) {
        return new Verify2faPayload(null, rejected(code, message));
    }

    private static List<UserMutationError> rejected(UserMutationErrorCode code, String message) {
        return List.of(new UserMutationError(code, message));
    }
}
