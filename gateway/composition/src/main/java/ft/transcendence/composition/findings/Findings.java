package ft.transcendence.composition.findings;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.CompositionHint;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects the errors and hints of one composition. */
public final class Findings {
    private final List<CompositionError> errors = new ArrayList<>();
    private final List<CompositionHint> hints = new ArrayList<>();

    /** Adds an error with its code's advice. */
    public void error(ErrorCode code, String message, List<Place> places) {
        error(code, message, code.advice(), places);
    }

    public void error(ErrorCode code, String message, Place place) {
        error(code, message, List.of(place));
    }

    /** @param advice what to change in this case, if it is more precise than the code's advice */
    public void error(ErrorCode code, String message, String advice, List<Place> places) {
        errors.add(new CompositionError(code, message, advice, places));
    }

    public void hint(HintCode code, String message, List<Place> places) {
        hints.add(new CompositionHint(code, message, places));
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    public List<CompositionError> errors() {
        return List.copyOf(errors);
    }

    public List<CompositionHint> hints() {
        return List.copyOf(hints);
    }
}
