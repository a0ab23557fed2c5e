package ft.transcendence.users.account;

import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.identity.Keycloak;
import ft.transcendence.users.identity.StoredCredentials;
import ft.transcendence.users.login.FreshLogin;
import ft.transcendence.users.mutation.UserMutationErrorCode;
import ft.transcendence.users.twofactor.TwoFactor;
import java.util.List;
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

    AccountPayload disable2fa(Caller caller, @Nullable String password, @Nullable String code) {
        if (!keycloak.credentials(caller.id()).hasSecondFactor()) {
            return AccountPayload.rejected(
                    UserMutationErrorCode.TWO_FACTOR_OFF, "Two-factor authentication is not on.", null);
        }
        if (!freshLogin.isRecentWithCode(caller)) {
            if (password == null || code == null) {
                throw FreshLogin.required("Log in again with a code, or send your password and a code.");
            }
            if (!keycloak.verifyLogin(loginName(caller), password, code)) {
                return wrongCredentials();
            }
        }
        twoFactor.disable(caller.id());
        return new AccountPayload(account(caller), List.of());
    }

    AccountPayload changePassword(
            Caller caller, @Nullable String currentPassword, @Nullable String code, String newPassword) {
        StoredCredentials credentials = keycloak.credentials(caller.id());
        if (credentials.hasPassword()) {
            if (currentPassword == null || !keycloak.verifyLogin(loginName(caller), currentPassword, code)) {
                return wrongCredentials();
            }
        } else {
            freshLogin.requireEveryFactor(caller);
        }
        Optional<String> violation = keycloak.setPassword(caller.id(), newPassword);
        if (violation.isPresent()) {
            return AccountPayload.rejected(UserMutationErrorCode.PASSWORD_REFUSED, violation.get(), "newPassword");
        }
        // users often change their password because someone else is logged in
        keycloak.endOtherSessions(caller.id(), caller.claim("sid"));
        return new AccountPayload(account(caller), List.of());
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

    private static AccountPayload wrongCredentials() {
        return AccountPayload.rejected(
                UserMutationErrorCode.WRONG_CREDENTIALS, "The password or the code is wrong.", null);
    }
}
