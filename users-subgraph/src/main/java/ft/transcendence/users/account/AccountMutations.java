package ft.transcendence.users.account;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.login.FreshLogin;
import ft.transcendence.users.profile.Profiles;
import ft.transcendence.users.profile.User;
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
        return Payloads.of(() -> accounts.disable2fa(caller, password, code), AccountPayload::new);
    }

    @DgsMutation
    @RequirePlayer
    AccountPayload changePassword(
            @InputArgument @Nullable String currentPassword,
            @InputArgument @Nullable String code,
            @InputArgument String newPassword) {
        Caller caller = Caller.required();
        profiles.requireActive(caller);
        return Payloads.of(
                () -> accounts.changePassword(caller, currentPassword, code, newPassword), AccountPayload::new);
    }

    @DgsMutation
    @RequirePlayer
    DeleteAccountPayload deleteAccount(@InputArgument String confirmation) {
        Caller caller = Caller.required();
        return Payloads.of(() -> erase(caller, confirmation), DeleteAccountPayload::new);
    }

    private ErasureReceipt erase(Caller caller, String confirmation) {
        User user = profiles.getOrCreate(caller);
        if (!user.active()) {
            // a retry: the account is already gone and only its access token is still valid
            return erasure.receiptOf(user.id()).orElseThrow();
        }
        freshLogin.requireEveryFactor(caller);
        if (!confirmation.equals(user.username())) {
            throw new ChangeRejectedException(
                    AccountErrorCode.NOT_CONFIRMED, "The confirmation does not match your username.", "confirmation");
        }
        return erasure.erase(user.id());
    }
}
