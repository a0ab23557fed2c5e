package ft.transcendence.users.name;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has which name. A player holds what their username and their display name skeleton like, and nobody else can have a name that looks
 * the same: the database lets one have it, however many ask at once.
 */
@Repository
public class NameClaims {

    /** What erased players are called; it is nobody's. */
    public static final String ERASED = "Deleted player";

    private static final Set<String> RESERVED = Skeletons.of(ERASED);

    /** How names begin that the platform makes up of an id: nobody else has one, whatever it is made of. */
    private static final List<String> GENERATED_PREFIXES = Usernames.GENERATED_PREFIXES.stream()
            .flatMap(prefix -> Skeletons.of(prefix).stream())
            .toList();

    private static final int ID_LENGTH = 36;

    private final JdbcClient jdbc;

    NameClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims a name for a player in place of those the player had; to be called in a transaction, before or after the profile is
     * written.
     *
     * @param kept a name that the player has anyway: what of it is theirs or free is theirs, and what is somebody else's is no obstacle
     * @return whether nobody else has a name like the wanted one; otherwise nothing has changed
     */
    public boolean claim(UUID owner, String wanted, String kept) {
        Set<String> skeletons = Skeletons.of(wanted);
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

    /** As {@link #claim(UUID, String, String)}, of a player who has no other name. */
    public boolean claim(UUID owner, String wanted) {
        return claim(owner, wanted, wanted);
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

    /** Lets others have the names of an erased player. */
    public void release(UUID owner) {
        jdbc.sql("DELETE FROM player_name WHERE owner = ?").param(owner).update();
    }
}
