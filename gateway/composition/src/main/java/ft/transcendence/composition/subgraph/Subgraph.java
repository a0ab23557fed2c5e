package ft.transcendence.composition.subgraph;

import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.schema.Schema;

/**
 * A subgraph to compose.
 *
 * @param links the specifications that its schema links; a Federation 1 schema has the link that its upgrade adds
 * @param version the version of federation that it uses; 1.0 before the upgrade of a Federation 1 schema
 */
public record Subgraph(String name, String url, Schema schema, Links links, SpecVersion version) {
    public static final SpecVersion FEDERATION_1 = new SpecVersion(1, 0);

    public boolean isFederation1() {
        return version.major() == 1;
    }
}
