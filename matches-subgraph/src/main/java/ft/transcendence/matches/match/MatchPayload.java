package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a mutation: the match, or the errors. */
record MatchPayload(@Nullable Match match, List<UserError> errors) {}
