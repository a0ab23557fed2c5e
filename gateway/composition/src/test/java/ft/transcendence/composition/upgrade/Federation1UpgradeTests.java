package ft.transcendence.composition.upgrade;

import static ft.transcendence.composition.upgrade.UpgradedSubgraphs.federation2;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.reader.SubgraphReader;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class Federation1UpgradeTests {
    private static final String INTERFACE = "interface Node @key(fields: \"id\") { id: ID! } "
            + "type Book implements Node @key(fields: \"id\") { id: ID! }";

    @Test
    void leavesAWorldOfFederation2Alone() {
        List<Subgraph> subgraphs = List.of(read("a", federation2("type Query { a: Int }")));
        assertThat(Federation1Upgrade.upgrade(subgraphs, new Findings())).isSameAs(subgraphs);
    }

    @Test
    void linksFederation24() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of("type Query { a: Int }");
        Subgraph subgraph = upgraded.subgraphs().getFirst();
        assertThat(subgraph.version()).isEqualTo(new SpecVersion(2, 4));
        assertThat(subgraph.links().federation()).contains(new SpecVersion(2, 4));
        assertThat(subgraph.links().directive("shareable")).isPresent();
    }

    @Test
    void removesKeysOfInterfaces() {
        assertThat(UpgradedSubgraphs.of(INTERFACE).type("Node").directives()).isEmpty();
    }

    @Test
    void aKeyOfAnInterfaceDoesNotServeAnInterfaceObject() {
        UpgradedSubgraphs upgraded = UpgradedSubgraphs.of(
                INTERFACE, federation2("type Node @key(fields: \"id\") @interfaceObject { id: ID! }"));
        assertThat(upgraded.codes()).containsExactly(ErrorCode.INTERFACE_OBJECT_USAGE_ERROR);
        assertThat(upgraded.errors().getFirst().places())
                .extracting(Object::toString)
                .containsExactly("b:2:1", "a:1:16");
    }

    @Test
    void checksTheUpgradedSchema() {
        assertThat(UpgradedSubgraphs.of("type Query { a: Int } type Book @key(fields: \"unknown\") { id: ID! }")
                        .codes())
                .containsExactly(ErrorCode.KEY_INVALID_FIELDS);
    }

    private static Subgraph read(String name, String sdl) {
        return SubgraphReader.read(new SubgraphInput(name, "", sdl), new Findings())
                .orElseThrow();
    }
}
