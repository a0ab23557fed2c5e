package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to a tournament. */
record TournamentPayload(@Nullable Tournament tournament, List<UserError> errors) {}
