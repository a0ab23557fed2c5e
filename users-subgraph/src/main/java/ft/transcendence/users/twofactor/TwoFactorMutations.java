package ft.transcendence.users.twofactor;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.profile.Profiles;

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
        return twoFactor.enable(caller, profiles.requireActive(caller));
    }

    @DgsMutation
    @RequirePlayer
    Verify2faPayload verify2fa(@InputArgument String code) {
        return twoFactor.verify(profiles.requireActive(Caller.required()).id(), code);
    }
}
