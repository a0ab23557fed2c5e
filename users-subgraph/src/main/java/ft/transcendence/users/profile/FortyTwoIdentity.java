package ft.transcendence.users.profile;

import ft.transcendence.subgraph.security.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller's identity at 42, from the access token of a login with 42. Tokens of logins with a password do not
 * contain it, even if the account is linked.
 *
 * @param login the login at 42, which can change; sanitized
 * @param campus the campus, or null if unknown; sanitized
 */
record FortyTwoIdentity(String login, @Nullable String campus) {

    static Optional<FortyTwoIdentity> of(Caller caller) {
        String login = TokenName.of(caller, "identity_provider_identity");
        return "42".equals(caller.claim("identity_provider")) && login != null
                ? Optional.of(new FortyTwoIdentity(login, TokenName.of(caller, "campus")))
                : Optional.empty();
    }
}
