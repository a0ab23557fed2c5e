package ft.transcendence.matches.match;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The outcome of a mutation: the match, or the errors. */
record MatchPayload(@Nullable Match match, List<MatchMutationError> errors) {

    /** Why a change was rejected, as in the schema's type of the same name. */
    record MatchMutationError(
            MatchErrorCode code, String message, @Nullable String field) {}

    /** Makes a change and returns its payload. */
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
