package ft.transcendence.users.account;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.identity.Keycloak;
import ft.transcendence.users.identity.StoredCredentials;
import ft.transcendence.users.login.FreshLogin;
import ft.transcendence.users.twofactor.TwoFactor;
import ft.transcendence.users.twofactor.TwoFactorErrorCode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads and changes accounts. Every change requires the caller to prove their identity again. */
@Service
class Accounts {

    private final Keycloak keycloak;
    private final TwoFactor twoFactor;
    private final FreshLogin freshLogin;

    Accounts(Keycloak keycloak, TwoFactor twoFactor, FreshLogin freshLogin) {
        this.keycloak = keycloak;
        this.twoFactor = twoFactor;
        this.freshLogin = freshLogin;
    }

    Account account(Caller caller) {
        return account(caller, keycloak.credentials(caller.id()));
    }

    Account disable2fa(Caller caller, @Nullable String password, @Nullable String code) {
        if (!keycloak.credentials(caller.id()).hasSecondFactor()) {
            throw new ChangeRejectedException(
                    TwoFactorErrorCode.TWO_FACTOR_OFF, "Two-factor authentication is not on.", null);
        }
        if (!freshLogin.isRecentWithCode(caller)) {
            if (password == null || code == null) {
                throw FreshLogin.required("Log in again with a code, or send your password and a code.");
            }
            if (!keycloak.verifyLogin(loginName(caller), password, code)) {
                throw wrongCredentials();
            }
        }
        twoFactor.disable(caller.id());
        return account(caller);
    }

    Account changePassword(Caller caller, @Nullable String currentPassword, @Nullable String code, String newPassword) {
        StoredCredentials credentials = keycloak.credentials(caller.id());
        if (credentials.hasPassword()) {
            if (currentPassword == null || !keycloak.verifyLogin(loginName(caller), currentPassword, code)) {
                throw wrongCredentials();
            }
        } else {
            freshLogin.requireEveryFactor(caller);
        }
        Optional<String> violation = keycloak.setPassword(caller.id(), newPassword);
        if (violation.isPresent()) {
            throw new ChangeRejectedException(AccountErrorCode.PASSWORD_REFUSED, violation.get(), "newPassword");
        }
        // users often change their password because someone else is logged in
        keycloak.endOtherSessions(caller.id(), caller.claim("sid"));
        return account(caller);
    }

    private static Account account(Caller caller, StoredCredentials credentials) {
        return new Account(
                caller.claim("email"),
                Boolean.TRUE.equals(caller.token().getClaimAsBoolean("email_verified")),
                credentials.hasSecondFactor(),
                credentials.hasPassword());
    }

    /** The username in Keycloak. The profile's username differs if this one could be mistaken for another player's. */
    private static String loginName(Caller caller) {
        return Objects.requireNonNull(caller.claim("preferred_username"), "A player's token has a preferred_username");
    }

    private static ChangeRejectedException wrongCredentials() {
        return new ChangeRejectedException(
                AccountErrorCode.WRONG_CREDENTIALS, "The password or the code is wrong.", null);
    }
}
