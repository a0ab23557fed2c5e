package ft.transcendence.matches.challenge;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a challenge can be rejected, as described by the schema's {@code UserErrorCode}. */
enum ChallengeErrorCode implements UserErrorCode {
    CHALLENGED_SELF,
    MODE_NOT_CHALLENGEABLE,
    TOO_MANY_CHALLENGES,
    CHALLENGE_NOT_FOUND,
    CHALLENGE_CLOSED
}
