package ft.transcendence.users.totals;

import java.util.List;
import java.util.UUID;

/** The result of a match was voided. Published like {@link ResultReceived}. */
public record ResultVoided(UUID matchId, List<UUID> players) {

    public ResultVoided {
        players = List.copyOf(players);
    }
}
