package ft.transcendence.users.account;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.login.Login;
import ft.transcendence.users.profile.Profiles;
import ft.transcendence.users.profile.User;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Data fetchers for the caller's own account. */
@DgsComponent
class AccountDataFetchers {

    private final Accounts accounts;
    private final Profiles profiles;

    AccountDataFetchers(Accounts accounts, Profiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @DgsQuery
    @AllowAnonymous
    @Nullable LoginCheck loginCheck() {
        return Caller.current()
                .filter(caller -> !caller.hasRole(Caller.GAME_SERVER))
                .map(this::loginCheck)
                .orElse(null);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    @Nullable Account account(DgsDataFetchingEnvironment environment) {
        User user = Objects.requireNonNull(environment.getSource());
        return Caller.current()
                .filter(caller -> caller.is(user.id()) && user.active())
                .map(accounts::account)
                .orElse(null);
    }

    private LoginCheck loginCheck(Caller caller) {
        return new LoginCheck(
                profiles.getOrCreate(caller),
                Login.method(caller),
                Login.usedSecondFactor(caller),
                caller.authenticatedAt().orElse(null),
                Objects.requireNonNull(caller.token().getExpiresAt()),
                caller.authorizedParty());
    }
}
