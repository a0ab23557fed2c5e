package ft.transcendence.composition.validation;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.reader.SubgraphReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What validation says of a subgraph. Its schema follows a line with the link to federation: the places' lines count from there. */
record CheckedSubgraph(List<CompositionError> errors) {
    private static final String DIRECTIVES = Stream.of(
                    "key",
                    "requires",
                    "provides",
                    "external",
                    "extends",
                    "shareable",
                    "interfaceObject",
                    "context",
                    "fromContext",
                    "cost",
                    "listSize",
                    "authenticated",
                    "requiresScopes",
                    "policy")
            .map(name -> "\"@" + name + "\"")
            .collect(Collectors.joining(", "));

    /** A subgraph of federation 2.9. */
    static CheckedSubgraph of(String sdl) {
        return linking("@link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [" + DIRECTIVES + "])", sdl);
    }

    static CheckedSubgraph linking(String links, String sdl) {
        Findings findings = new Findings();
        SubgraphInput input = new SubgraphInput("products", "", "extend schema " + links + "\n" + sdl);
        SubgraphReader.read(input, findings).ifPresent(subgraph -> SubgraphValidation.validate(subgraph, findings));
        return new CheckedSubgraph(findings.errors());
    }

    List<ErrorCode> codes() {
        return errors.stream().map(CompositionError::code).toList();
    }

    /** The places of the only error: {@code line:column} of the schema. */
    List<String> places() {
        return only().places().stream()
                .map(place -> (place.line() - 1) + ":" + place.column())
                .toList();
    }

    String message() {
        return only().message();
    }

    private CompositionError only() {
        if (errors.size() != 1) {
            throw new AssertionError("not one error: " + errors);
        }
        return errors.getFirst();
    }
}
