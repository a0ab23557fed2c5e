package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Players who join the queue whenever they are not in a match. */
final class QueueActivity implements Activity {

    /** Why a player cannot join now: they play, perhaps a match of a challenge. */
    private static final Set<String> EXPECTED = Set.of("PLAYER_BUSY");

    private final Deployment deployment;
    private final List<Player> players;

    /** The match of each ticket, as its player has seen it. */
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    QueueActivity(Deployment deployment, List<Player> players) {
        this.deployment = deployment;
        this.players = List.copyOf(players);
    }

    @Override
    public List<Runnable> actors() {
        return players.stream().<Runnable>map(player -> () -> step(player)).toList();
    }

    @Override
    public void finish() {
        players.forEach(player -> send(player, "mutation { leaveQueue { errors { code } } }"));
    }

    @Override
    public void verify() {
        assertThat(seen).as("tickets for which a match was found").isNotEmpty();
        assertThat(stored()).as("the matches of tickets, as players saw them").containsAllEntriesOf(seen);
        assertThat(deployment.matchesDatabase().rows("SELECT id FROM queue_ticket WHERE ended_at IS NULL"))
                .as("open tickets")
                .isEmpty();
        assertThat(deployment.matchesDatabase().rows("""
                        SELECT id FROM match WHERE created_by = 'matchmaking' AND
                            ARRAY(SELECT user_id FROM match_player WHERE match_id = match.id ORDER BY user_id) <>
                            ARRAY(
                                SELECT user_id FROM queue_seat JOIN queue_ticket ON queue_ticket.id = ticket_id
                                WHERE match_id = match.id ORDER BY user_id
                            )
                        """))
                .as("matches without exactly the tickets of their players")
                .isEmpty();
        assertThat(deployment.matchesDatabase().rows("""
                        SELECT queue_ticket.id FROM queue_ticket JOIN match ON match.id = match_id
                        WHERE created_by <> 'matchmaking'
                        """))
                .as("tickets with a match of somebody else")
                .isEmpty();
    }

    /** Joins, or shows that the player still waits, and looks whether a match was found. */
    private void step(Player player) {
        JsonNode joined =
                send(player, "mutation { joinQueue(input: {mode: ONE_VS_ONE}) { ticket { id } errors { code } } }");
        assertThat(joined.at("/joinQueue/errors").valueStream().map(error -> error.get("code")
                        .asString()))
                .isSubsetOf(EXPECTED);
        JsonNode ticket = send(player, "{ myQueueTicket { id match { id } } }").get("myQueueTicket");
        if (!ticket.isNull() && !ticket.get("match").isNull()) {
            seen.put(ticket.get("id").asString(), ticket.at("/match/id").asString());
        }
    }

    private Map<String, String> stored() {
        return deployment
                .matchesDatabase()
                .rows("SELECT id, match_id FROM queue_ticket WHERE status = 'MATCHED'")
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one, TreeMap::new));
    }

    private JsonNode send(Player player, String document) {
        return Requests.send(deployment.matches(), player.hashCode(), player.token(), document, Map.of());
    }
}
