package ft.transcendence.matches.match;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change to a match was rejected for a reason that the caller can correct. Nothing was changed. */
class MatchChangeRejectedException extends RuntimeException {

    private final MatchErrorCode code;
    private final @Nullable String field;

    /**
     * @param message what is wrong and what is allowed, for the caller
     * @param field the input field at fault; {@code null} if it is the request as a whole
     */
    MatchChangeRejectedException(MatchErrorCode code, String message, @Nullable String field) {
        super(message);
        this.code = code;
        this.field = field;
    }

    MatchErrorCode code() {
        return code;
    }

    /** The message for the caller. */
    String explanation() {
        return String.valueOf(getMessage());
    }

    Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
