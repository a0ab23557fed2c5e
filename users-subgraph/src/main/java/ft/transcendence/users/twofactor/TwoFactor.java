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
 * Turns two-factor authentication on in two steps: a secret is shown and kept, encrypted and for a while; a code of it
 * proves that an app has it, and only then does it become a credential at Keycloak, which asks for codes at every login
 * from then on.
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
     * Shows a new secret, after a fresh login: who took over a session must not lock its owner out.
     *
     * @throws ft.transcendence.subgraph.error.ClientException FRESH_LOGIN_REQUIRED when the login is too long ago
     */
    Enable2faPayload enable(Caller caller, User user) {
        if (keycloak.credentials(user.id()).hasSecondFactor()) {
            return new Enable2faPayload(
                    null, refused(UserMutationErrorCode.TWO_FACTOR_ON, "Two-factor authentication is on already."));
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
            return refusedVerification(
                    UserMutationErrorCode.NO_PENDING_TWO_FACTOR, "Begin with enable2fa; a secret waits a few minutes.");
        }
        if (found.get().failures() >= properties.tries()) {
            return refusedVerification(
                    UserMutationErrorCode.TOO_MANY_TRIES, "Too many wrong codes. Begin again with enable2fa.");
        }
        if (!Totp.matches(found.get().secret(), code.replace(" ", ""), clock.instant())) {
            pending.countFailure(user);
            return refusedVerification(UserMutationErrorCode.WRONG_CODE, "The code is wrong.");
        }
        RecoveryCodes recovery = RecoveryCodes.generate(random);
        pending.remove(user);
        // last in the transaction: when Keycloak fails, the secret still waits for another try
        keycloak.addCredentials(user, List.of(credential(found.get().secret()), recovery.credential(json)));
        return new Verify2faPayload(recovery.codes(), List.of());
    }

    /** Turns two-factor authentication off; who may is for the caller to check. */
    public void disable(UUID user) {
        keycloak.credentials(user)
                .secondFactors()
                .forEach(credential -> keycloak.removeCredential(user, credential.id()));
    }

    /** Forgets a secret that waits. */
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

    private static Verify2faPayload refusedVerification(UserMutationErrorCode code, String message) {
        return new Verify2faPayload(null, refused(code, message));
    }

    private static List<UserMutationError> refused(UserMutationErrorCode code, String message) {
        return List.of(new UserMutationError(code, message));
    }
}
