package ft.transcendence.users.totals;

import java.util.List;
import java.util.UUID;

/**
 * A match was completed. Published within the application, in the transaction that counts its result. The same match can
 * be reported again, and after it was voided.
 */
public record ResultReceived(UUID matchId, List<UUID> players) {

    public ResultReceived {
        players = List.copyOf(players);
    }
}
