package ft.transcendence.matches.player;

import java.util.UUID;

/** Published when a player's account was deleted, in the transaction that deletes their names. */
public record PlayerErased(UUID userId) {}
