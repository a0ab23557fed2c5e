package ft.transcendence.matches.player;

import java.util.UUID;

/** A player's account was deleted; published within the transaction that forgets their names. */
public record PlayerErased(UUID userId) {}
