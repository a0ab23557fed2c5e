package ft.transcendence.matches.player;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change that concerns another player can be rejected, as described by the schema's {@code UserErrorCode}. */
public enum PlayerErrorCode implements UserErrorCode {
    /** The same for players who block each other, so that nobody learns of a block. */
    PLAYER_UNAVAILABLE
}
