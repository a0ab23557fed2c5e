package ft.transcendence.users.profile;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.mutation.UserMutationError;
import ft.transcendence.users.mutation.UserMutationErrorCode;
import java.util.List;
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
        ProfileInput input = new ProfileInput(fields);
        if (!input.errors().isEmpty()) {
            return new ProfilePayload(null, input.errors());
        }
        User user = profiles.requireActive(Caller.required());
        return profiles.change(user.id(), input.change())
                .map(changed -> new ProfilePayload(changed, List.of()))
                .orElseGet(() -> new ProfilePayload(
                        null,
                        List.of(new UserMutationError(
                                UserMutationErrorCode.NAME_TAKEN,
                                "This name looks like another player's. Choose another one.",
                                "displayName"))));
    }
}
