package ft.transcendence.users.level;

import java.util.UUID;

/**
 * A player's level changed. Published within the application, in the transaction of the result that changed it.
 *
 * @param from the level before
 * @param to the level now; lower if the result was voided
 */
public record LevelChanged(UUID user, int from, int to) {}
