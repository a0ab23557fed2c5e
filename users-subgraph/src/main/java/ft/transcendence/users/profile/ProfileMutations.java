package ft.transcendence.users.profile;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.Map;

/** Mutations of the caller's own profile. */
@DgsComponent
class ProfileMutations {

    private final Profiles profiles;

    ProfileMutations(Profiles profiles) {
        this.profiles = profiles;
    }

    @DgsMutation
    @RequirePlayer
    ProfilePayload createProfile(@InputArgument Map<String, Object> input) {
        return change(input);
    }

    @DgsMutation
    @RequirePlayer
    ProfilePayload updateProfile(@InputArgument Map<String, Object> input) {
        return change(input);
    }

    private ProfilePayload change(Map<String, Object> fields) {
        return Payloads.of(
                () -> {
                    ProfileChange change = new ProfileInput(fields).change();
                    User user = profiles.requireActive(Caller.required());
                    return profiles.change(user.id(), change);
                },
                ProfilePayload::new);
    }
}
