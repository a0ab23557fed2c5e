package ft.transcendence.schemacheck.composition;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.CompositionHint;
import ft.transcendence.composition.CompositionOptions;
import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.ContractOptions;
import ft.transcendence.composition.composer.Composer;
import ft.transcendence.schemacheck.config.SubgraphSchema;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.supergraph.ComposedSupergraph;
import java.util.List;

/** Composes the subgraphs of a supergraph.yaml. The result depends only on the subgraphs, not on their order. */
public final class SupergraphComposition {
    private static final String HEADER =
            "# Composed from supergraph.yaml. Change the subgraphs' schemas and compose again instead of changing this"
                    + " file.\n\n";

    private SupergraphComposition() {}

    /** What became of a composition. */
    public sealed interface Outcome {

        /** What is worth a look. */
        List<Finding> hints();

        /**
         * The subgraphs compose.
         *
         * @param sdl the supergraph, as it is written
         */
        record Composed(String sdl, List<Finding> hints) implements Outcome {

            /** Reads it again, for what the check needs of it. */
            public ComposedSupergraph supergraph() {
                return ComposedSupergraph.read(sdl, "the composed supergraph");
            }
        }

        /** The subgraphs do not compose. */
        record Refused(List<Finding> errors, List<Finding> hints) implements Outcome {}
    }

    public static Outcome compose(SupergraphConfig config, HintLevel level) {
        return compose(config, level, ContractOptions.NONE);
    }

    /** @param contract which part of the API the supergraph shows to clients */
    public static Outcome compose(SupergraphConfig config, HintLevel level, ContractOptions contract) {
        CompositionResult result = Composer.compose(
                config.subgraphs().stream().map(SubgraphSchema::toInput).toList(), new CompositionOptions(contract));
        List<Finding> hints = result.hints().stream()
                .filter(level::shows)
                .map(SupergraphComposition::finding)
                .toList();
        return switch (result) {
            case CompositionResult.Composed composed ->
                new Outcome.Composed(HEADER + composed.supergraphSdl().strip() + "\n", hints);
            case CompositionResult.Refused refused ->
                new Outcome.Refused(
                        refused.errors().stream()
                                .map(SupergraphComposition::finding)
                                .toList(),
                        hints);
        };
    }

    private static Finding finding(CompositionError error) {
        return new Finding(Level.ERROR, error.code().name(), error.message())
                .hint(error.advice())
                .at(error.places().stream().map(Location::of).toList());
    }

    private static Finding finding(CompositionHint hint) {
        return new Finding(Level.HINT, hint.code().name(), hint.message())
                .at(hint.places().stream().map(Location::of).toList());
    }
}
