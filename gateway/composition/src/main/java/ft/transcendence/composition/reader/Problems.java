package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one schema while it is read. Some errors leave nothing that is worth reading on for: they replace the errors before
 * them, and those after them are not kept.
 */
final class Problems {
    private final String subgraph;
    private final List<CompositionError> errors = new ArrayList<>();
    private boolean isStopped;

    Problems(String subgraph) {
        this.subgraph = subgraph;
    }

    void add(ErrorCode code, String message, Place place) {
        add(code, message, code.advice(), List.of(place));
    }

    void add(ErrorCode code, String message, List<Place> places) {
        add(code, message, code.advice(), places);
    }

    void add(ErrorCode code, String message, String advice, List<Place> places) {
        add(new CompositionError(code, message, advice, places));
    }

    void add(CompositionError error) {
        if (!isStopped) {
            errors.add(new CompositionError(
                    error.code(), "[" + subgraph + "] " + error.message(), error.advice(), error.places()));
        }
    }

    /** Reports an error that makes reading on pointless. */
    void stop(ErrorCode code, String message, List<Place> places) {
        stop(List.of(new CompositionError(code, message, code.advice(), places)));
    }

    void stop(ErrorCode code, String message, Place place) {
        stop(code, message, List.of(place));
    }

    void stop(List<CompositionError> causes) {
        if (!isStopped) {
            errors.clear();
            causes.forEach(this::add);
            isStopped = true;
        }
    }

    boolean isStopped() {
        return isStopped;
    }

    boolean areEmpty() {
        return errors.isEmpty();
    }

    void tell(Findings findings) {
        errors.forEach(error -> findings.error(error.code(), error.message(), error.advice(), error.places()));
    }
}
