package ft.transcendence.users.account;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.login.FreshLogin;
import ft.transcendence.users.mutation.UserMutationError;
import ft.transcendence.users.mutation.UserMutationErrorCode;
import ft.transcendence.users.profile.Profiles;
import ft.transcendence.users.profile.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mutations of the caller's own account. */
@DgsComponent
class AccountMutations {

    private final Accounts accounts;
    private final FreshLogin freshLogin;
    private final AccountErasure erasure;
    private final Profiles profiles;

    AccountMutations(Accounts accounts, FreshLogin freshLogin, AccountErasure erasure, Profiles profiles) {
        this.accounts = accounts;
        this.freshLogin = freshLogin;
        this.erasure = erasure;
        this.profiles = profiles;
    }

    @DgsMutation
    @RequirePlayer
    AccountPayload disable2fa(@InputArgument @Nullable String password, @InputArgument @Nullable String code) {
        Caller caller = Caller.required();
        profiles.requireActive(caller);
        return accounts.disable2fa(caller, password, code);
    }

    @DgsMutation
    @RequirePlayer
    AccountPayload changePassword(
            @InputArgument @Nullable String currentPassword,
            @InputArgument @Nullable String code,
            @InputArgument String newPassword) {
        Caller caller = Caller.required();
        profiles.requireActive(caller);
        return accounts.changePassword(caller, currentPassword, code, newPassword);
    }

    @DgsMutation
    @RequirePlayer
    DeleteAccountPayload deleteAccount(@InputArgument String confirmation) {
        Caller caller = Caller.required();
        User user = profiles.getOrCreate(caller);
        if (!user.active()) {
            // a retry: the account is already gone and only its access token is still valid
            return new DeleteAccountPayload(erasure.receiptOf(user.id()).orElseThrow(), List.of());
        }
        freshLogin.requireEveryFactor(caller);
        if (!confirmation.equals(user.username())) {
            return new DeleteAccountPayload(
                    null,
                    List.of(new UserMutationError(
                            UserMutationErrorCode.NOT_CONFIRMED,
                            "The confirmation does not match your username.",
                            "confirmation")));
        }
        return new DeleteAccountPayload(erasure.erase(user.id()), List.of());
    }
}
