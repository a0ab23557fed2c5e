package ft.transcendence.composition.composer;

import ft.transcendence.composition.CompositionOptions;
import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.api.ApiSchema;
import ft.transcendence.composition.contract.Contract;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.merge.SubgraphMerge;
import ft.transcendence.composition.postmerge.PostMergeRules;
import ft.transcendence.composition.print.SchemaPrinter;
import ft.transcendence.composition.reader.SubgraphReader;
import ft.transcendence.composition.satisfiability.Satisfiability;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.specification.KnownSpecifications;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.upgrade.Federation1Upgrade;
import ft.transcendence.composition.validation.SubgraphValidation;
import java.util.Comparator;
import java.util.List;

/**
 * Composes subgraphs into a supergraph. Each step runs only if the steps before found no error, so that errors are causes and not consequences.
 * The result does not depend on the order of the subgraphs. Thread-safe.
 */
public final class Composer {
    private Composer() {}

    /** Composes subgraphs. Invalid ones give a {@link CompositionResult.Refused}, never an exception. */
    public static CompositionResult compose(List<SubgraphInput> inputs) {
        return compose(inputs, CompositionOptions.DEFAULT);
    }

    /** Composes subgraphs, for example to a contract. */
    public static CompositionResult compose(List<SubgraphInput> inputs, CompositionOptions options) {
        Findings findings = new Findings();
        try {
            return new Composition(options, findings).run(sorted(inputs));
        } catch (RuntimeException | StackOverflowError e) {
            findings.error(ErrorCode.INTERNAL_ERROR, "composition failed: " + e, List.of());
            return new CompositionResult.Refused(findings.errors(), findings.hints());
        }
    }

    /** The newest version of Federation 2 that a subgraph may link, by its minor number: 14 is that of v2.14. */
    public static int newestFederationMinor() {
        return KnownSpecifications.federationVersions().getLast().minor();
    }

    private static List<SubgraphInput> sorted(List<SubgraphInput> inputs) {
        return inputs.stream().sorted(Comparator.comparing(SubgraphInput::name)).toList();
    }

    private record Composition(CompositionOptions options, Findings findings) {
        CompositionResult run(List<SubgraphInput> inputs) {
            List<Subgraph> subgraphs = read(inputs);
            if (findings.hasErrors()) {
                return refused();
            }
            subgraphs = Federation1Upgrade.upgrade(subgraphs, findings);
            if (findings.hasErrors()) {
                return refused();
            }
            Contract.apply(subgraphs, options.contract());
            Schema supergraph = SubgraphMerge.merge(subgraphs, findings);
            if (findings.hasErrors()) {
                return refused();
            }
            PostMergeRules.check(subgraphs, supergraph, findings);
            if (findings.hasErrors()) {
                return refused();
            }
            Schema api = ApiSchema.of(supergraph, findings);
            if (findings.hasErrors()) {
                return refused();
            }
            String supergraphSdl = SchemaPrinter.print(supergraph);
            Satisfiability.check(supergraph, api, findings);
            return findings.hasErrors()
                    ? refused()
                    : new CompositionResult.Composed(supergraphSdl, SchemaPrinter.print(api), findings.hints());
        }

        /** Reads the subgraphs and checks each by itself, so that one run tells the mistakes of all. The upgrade checks those of Federation 1. */
        private List<Subgraph> read(List<SubgraphInput> inputs) {
            List<Subgraph> subgraphs = SubgraphReader.readAll(inputs, findings);
            for (Subgraph subgraph : subgraphs) {
                if (!subgraph.isFederation1()) {
                    SubgraphValidation.validate(subgraph, findings);
                }
            }
            return subgraphs;
        }

        private CompositionResult refused() {
            return new CompositionResult.Refused(findings.errors(), findings.hints());
        }
    }
}
