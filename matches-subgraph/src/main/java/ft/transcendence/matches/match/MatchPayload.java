package ft.transcendence.matches.match;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a mutation answers: the match, or why not. */
record MatchPayload(@Nullable Match match, List<MatchMutationError> errors) {

    /** A rejection as the schema shows it. */
    record MatchMutationError(
            MatchErrorCode code, String message, @Nullable String field) {}

    /** The payload of a change that is made here and now. */
    static MatchPayload of(Supplier<Match> change) {
        try {
            return new MatchPayload(change.get(), List.of());
        } catch (MatchChangeRejectedException rejection) {
            return new MatchPayload(
                    null,
                    List.of(new MatchMutationError(
                            rejection.code(),
                            rejection.explanation(),
                            rejection.field().orElse(null))));
        }
    }
}
