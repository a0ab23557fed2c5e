package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.print.SchemaPrinter;
import ft.transcendence.composition.reader.SubgraphReader;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.ArrayList;
import java.util.List;

/** Subgraphs named {@code a}, {@code b}, … after the upgrade. */
record UpgradedSubgraphs(List<Subgraph> subgraphs, List<CompositionError> errors) {

    static UpgradedSubgraphs of(String... schemas) {
        Findings findings = new Findings();
        List<Subgraph> read = new ArrayList<>();
        for (int i = 0; i < schemas.length; i++) {
            String name = Character.toString('a' + i);
            SubgraphReader.read(new SubgraphInput(name, "", schemas[i]), findings)
                    .ifPresent(read::add);
        }
        if (findings.hasErrors()) {
            throw new AssertionError("cannot be read: " + findings.errors());
        }
        List<Subgraph> upgraded = Federation1Upgrade.upgrade(read, findings);
        return new UpgradedSubgraphs(upgraded, findings.errors());
    }

    static String federation2(String sdl) {
        return """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", \
                import: ["@key", "@external", "@shareable", "@provides", "@tag", "@interfaceObject"])
                """ + sdl;
    }

    List<ErrorCode> codes() {
        return errors.stream().map(CompositionError::code).toList();
    }

    /** The first subgraph's schema. */
    String schema() {
        if (!errors.isEmpty()) {
            throw new AssertionError("not upgraded: " + errors);
        }
        return SchemaPrinter.print(subgraphs.getFirst().schema());
    }

    /** A type of the first subgraph. */
    NamedType type(String name) {
        return subgraphs.getFirst().schema().type(name).orElseThrow();
    }
}
