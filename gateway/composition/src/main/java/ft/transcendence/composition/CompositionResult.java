package ft.transcendence.composition;

import java.util.List;

/** What became of a composition. */
public sealed interface CompositionResult {

    /** What is worth a look, whether the subgraphs compose or not. */
    List<CompositionHint> hints();

    /**
     * The subgraphs compose.
     *
     * @param supergraphSdl the supergraph, for a gateway
     * @param apiSdl the schema that clients see
     */
    record Composed(String supergraphSdl, String apiSdl, List<CompositionHint> hints) implements CompositionResult {
        public Composed {
            hints = List.copyOf(hints);
        }
    }

    /**
     * The subgraphs do not compose.
     *
     * @param errors at least one, all of the first step that failed
     */
    record Refused(List<CompositionError> errors, List<CompositionHint> hints) implements CompositionResult {
        public Refused {
            errors = List.copyOf(errors);
            hints = List.copyOf(hints);
        }
    }
}
