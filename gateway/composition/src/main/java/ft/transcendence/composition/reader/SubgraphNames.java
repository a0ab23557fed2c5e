package ft.transcendence.composition.reader;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of subgraphs: each has one of its own. */
final class SubgraphNames {
    private static final String RESERVED = "_";

    private SubgraphNames() {}

    static void check(List<SubgraphInput> inputs, Findings findings) {
        Set<String> names = new HashSet<>();
        for (SubgraphInput input : inputs) {
            if (input.name().isEmpty()) {
                findings.error(ErrorCode.INVALID_SUBGRAPH_NAME, "a subgraph has no name", place(input));
            } else if (!names.add(input.name())) {
                findings.error(
                        ErrorCode.INVALID_SUBGRAPH_NAME,
                        "[" + input.name() + "] several subgraphs have this name",
                        place(input));
            }
        }
    }

    /** Checks that the name is none that gateways use themselves. */
    static void checkReserved(SubgraphInput input, Problems problems) {
        if (input.name().equals(RESERVED)) {
            problems.stop(
                    ErrorCode.INVALID_SUBGRAPH_NAME, "the name of the subgraph is reserved for gateways", place(input));
        }
    }

    private static Place place(SubgraphInput input) {
        return new Place(input.name(), input.source(), 0, 0);
    }
}
