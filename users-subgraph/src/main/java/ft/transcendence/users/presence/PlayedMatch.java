package ft.transcendence.users.presence;

import java.util.Comparator;
import java.util.UUID;

/** A match that a user plays in, or has played in if it is over. */
record PlayedMatch(UUID user, UUID match, boolean over) {

    /** Ids of matches sort by their creation, as text: Java compares the halves of UUIDs as signed numbers. */
    static final Comparator<PlayedMatch> IN_ORDER = Comparator.<PlayedMatch, String>comparing(
                    played -> played.match().toString())
            .thenComparing(PlayedMatch::over);
}
