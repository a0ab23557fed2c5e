package ft.transcendence.users.name;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores which names belong to which player. A player claims the {@linkplain Skeletons skeletons} of their username and
 * display name, and no other player can take a name with one of these. A unique key decides between concurrent claims.
 */
@Repository
public class NameClaims {

    /** The display name of erased players, which no one else can take. */
    public static final String ERASED = "Deleted player";

    private static final Set<String> RESERVED = Skeletons.of(ERASED);

    /** The skeletons of the prefixes of generated names. No player can take a name that looks like a generated one. */
    private static final List<String> GENERATED_PREFIXES = Usernames.GENERATED_PREFIXES.stream()
            .flatMap(prefix -> Skeletons.of(prefix).stream())
            .toList();

    private static final int ID_LENGTH = 36;

    private final JdbcClient jdbc;

    NameClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces the names claimed by a player. Call it in the transaction that writes the profile.
     *
     * @param kept a name that the player keeps; it is claimed as far as no one else claimed it before
     * @return false, and nothing is changed, if another player claimed a name that looks like the new one
     */
    public boolean claim(UUID owner, String name, String kept) {
        Set<String> skeletons = Skeletons.of(name);
        if (skeletons.stream().anyMatch(NameClaims::isReserved)) {
            return false;
        }
        Set<String> all = new TreeSet<>(skeletons);
        all.addAll(Skeletons.of(kept));
        List<String> gained = jdbc.sql("""
                        INSERT INTO player_name (skeleton, owner)
                        SELECT skeleton, :owner FROM unnest(:skeletons) AS skeleton
                        ON CONFLICT DO NOTHING RETURNING skeleton
                        """)
                .param("owner", owner)
                .param("skeletons", array(all))
                .query((row, number) -> row.getString(1))
                .list();
        if (!gained.containsAll(skeletons) && isClaimedByOthers(owner, array(skeletons))) {
            remove(owner, "skeleton = ANY (:skeletons)", array(gained));
            return false;
        }
        remove(owner, "skeleton <> ALL (:skeletons)", array(all));
        return true;
    }

    /** As {@link #claim(UUID, String, String)}, for a player without another name. */
    public boolean claim(UUID owner, String name) {
        return claim(owner, name, name);
    }

    private static boolean isReserved(String skeleton) {
        return RESERVED.contains(skeleton)
                || GENERATED_PREFIXES.stream()
                        .anyMatch(prefix ->
                                skeleton.startsWith(prefix) && skeleton.length() == prefix.length() + ID_LENGTH);
    }

    private boolean isClaimedByOthers(UUID owner, String[] skeletons) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM player_name WHERE skeleton = ANY (:skeletons) AND owner <> :owner)")
                .param("owner", owner)
                .param("skeletons", skeletons)
                .query(Boolean.class)
                .single();
    }

    private void remove(UUID owner, String which, String[] skeletons) {
        jdbc.sql("DELETE FROM player_name WHERE owner = :owner AND " + which)
                .param("owner", owner)
                .param("skeletons", skeletons)
                .update();
    }

    private static String[] array(Collection<String> skeletons) {
        return skeletons.toArray(String[]::new);
    }

    /** Releases the names of an erased player. */
    public void release(UUID owner) {
        jdbc.sql("DELETE FROM player_name WHERE owner = ?").param(owner).update();
    }
}
