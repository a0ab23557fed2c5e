package ft.transcendence.composition.merge;

import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;
import java.util.Optional;

/** The version of federation that a supergraph is for: the newest that a subgraph links, or that another specification which it links needs. */
final class FederationVersions {
    private FederationVersions() {}

    static SpecVersion newest(List<Subgraph> subgraphs, Findings findings) {
        return subgraphs.stream()
                .map(subgraph -> used(subgraph, findings))
                .max(SpecVersion::compareTo)
                .orElse(Subgraph.FEDERATION_1);
    }

    private static SpecVersion used(Subgraph subgraph, Findings findings) {
        SpecVersion linked = subgraph.version();
        Optional<Link> demanding = Optional.empty();
        SpecVersion needed = linked;
        for (Link link : subgraph.links().all()) {
            SpecVersion version = neededFor(link);
            if (version.compareTo(needed) > 0) {
                needed = version;
                demanding = Optional.of(link);
            }
        }
        if (demanding.isPresent()) {
            findings.hint(
                    HintCode.IMPLICITLY_UPGRADED_FEDERATION_VERSION,
                    "[" + subgraph.name() + "] uses federation " + needed + " instead of the linked " + linked
                            + ", because " + demanding.get().url() + " needs it",
                    List.of(demanding.get().place()));
        }
        return needed;
    }

    private static SpecVersion neededFor(Link link) {
        int minor =
                switch (link.url().identity()) {
                    case Specifications.AUTHENTICATED -> 5;
                    case Specifications.COST -> 9;
                    // v0.1 needs 2.10, and each later version one more
                    case Specifications.CONNECT -> 9 + link.url().version().minor();
                    default -> 0;
                };
        return new SpecVersion(2, minor);
    }
}
