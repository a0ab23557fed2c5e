package ft.transcendence.matches.block;

import java.util.UUID;

/** Published within the application when a player blocks another one, in the transaction that stores it. */
public record PlayerBlocked(UUID blocker, UUID blocked) {}
