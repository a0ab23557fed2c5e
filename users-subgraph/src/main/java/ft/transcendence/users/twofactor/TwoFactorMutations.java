package ft.transcendence.users.twofactor;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.profile.Profiles;
import ft.transcendence.users.profile.User;
import java.util.UUID;

/** Mutations that turn two-factor authentication on. */
@DgsComponent
class TwoFactorMutations {

    private final TwoFactor twoFactor;
    private final Profiles profiles;

    TwoFactorMutations(TwoFactor twoFactor, Profiles profiles) {
        this.twoFactor = twoFactor;
        this.profiles = profiles;
    }

    @DgsMutation
    @RequirePlayer
    Enable2faPayload enable2fa() {
        Caller caller = Caller.required();
        User user = profiles.requireActive(caller);
        return Payloads.of(() -> twoFactor.enable(caller, user), Enable2faPayload::new);
    }

    @DgsMutation
    @RequirePlayer
    Verify2faPayload verify2fa(@InputArgument String code) {
        UUID user = profiles.requireActive(Caller.required()).id();
        return Payloads.of(() -> twoFactor.verify(user, code), Verify2faPayload::new);
    }
}
