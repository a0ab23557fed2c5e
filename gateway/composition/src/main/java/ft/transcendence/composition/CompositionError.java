package ft.transcendence.composition;

import java.util.List;

/**
 * A reason why subgraphs do not compose.
 *
 * @param code stable, the same as Apollo's composer uses
 * @param message what is wrong
 * @param advice one sentence on what to change
 * @param places all places involved; empty only if the cause is nowhere in a schema, such as a missing root type
 */
public record CompositionError(ErrorCode code, String message, String advice, List<Place> places) {
    public CompositionError {
        places = List.copyOf(places);
    }

    /** Code, message, places and advice, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code + ": " + message);
        places.forEach(place -> text.append("\n  at ").append(place));
        return text.append("\n  → ").append(advice).toString();
    }
}
