package ft.transcendence.matches.challenge;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to a challenge. */
record ChallengePayload(@Nullable Challenge challenge, List<UserError> errors) {}
