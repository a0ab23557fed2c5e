package ft.transcendence.matches.matchmaking;

import java.util.List;
import java.util.UUID;

/** Published in the transaction that changes the queue tickets of these players. */
record QueueChanged(List<UUID> players) {

    QueueChanged {
        players = List.copyOf(players);
    }
}
