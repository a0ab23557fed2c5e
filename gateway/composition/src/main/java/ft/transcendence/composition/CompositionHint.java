package ft.transcendence.composition;

import java.util.List;

/**
 * Something worth a look in subgraphs that compose.
 *
 * @param code stable, the same as Apollo's composer uses
 * @param message what was found and what composition made of it
 * @param places all places involved
 */
public record CompositionHint(HintCode code, String message, List<Place> places) {
    public CompositionHint {
        places = List.copyOf(places);
    }
}
