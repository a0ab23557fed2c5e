package ft.transcendence.users.profile;

import ft.transcendence.subgraph.security.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is at 42, as the token of a login with 42 tells. A token of a login with a password tells nothing of it,
 * linked or not. Both names are somebody else's text, cleaned as every other.
 *
 * @param login the login name, which can change
 * @param campus the campus, or null when 42 names none
 */
record FortyTwoIdentity(String login, @Nullable String campus) {

    static Optional<FortyTwoIdentity> of(Caller caller) {
        String login = TokenName.of(caller, "identity_provider_identity");
        return "42".equals(caller.claim("identity_provider")) && login != null
                ? Optional.of(new FortyTwoIdentity(login, TokenName.of(caller, "campus")))
                : Optional.empty();
    }
}
