package ft.transcendence.composition.supergraph;

import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.reader.Elements;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.specification.KnownSpecification;
import ft.transcendence.composition.specification.KnownSpecifications;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A specification that supergraphs link, in the version that composition writes. */
public enum SupergraphSpecification {
    LINK(Specifications.LINK, "link", 1, 0, null),
    JOIN(Specifications.JOIN, "join", 0, 5, "EXECUTION"),
    TAG(Specifications.TAG, "tag", 0, 3, null),
    INACCESSIBLE(Specifications.INACCESSIBLE, "inaccessible", 0, 2, "SECURITY"),
    AUTHENTICATED(Specifications.AUTHENTICATED, "authenticated", 0, 1, "SECURITY"),
    REQUIRES_SCOPES(Specifications.REQUIRES_SCOPES, "requiresScopes", 0, 1, "SECURITY"),
    POLICY(Specifications.POLICY, "policy", 0, 1, "SECURITY"),
    CONTEXT(Specifications.CONTEXT, "context", 0, 1, "SECURITY"),
    COST(Specifications.COST, "cost", 0, 1, null),
    /** Defines nothing in a supergraph, where the directive travels as {@code join__directive}. */
    CACHE_TAG(Specifications.CACHE_TAG, "cacheTag", 0, 1, "EXECUTION");

    private final SpecUrl url;
    private final @Nullable String purpose;

    SupergraphSpecification(String identity, String name, int major, int minor, @Nullable String purpose) {
        this.url = new SpecUrl(identity, name, new SpecVersion(major, minor));
        this.purpose = purpose;
    }

    /** The URL with the newest version. */
    public SpecUrl url() {
        return url;
    }

    /** The join specification in the version that a supergraph needs whose newest subgraph uses this version of federation. */
    public static SpecUrl joinFor(SpecVersion federation) {
        int minor = 3;
        if (federation.isAtLeast(new SpecVersion(2, 7))) {
            minor = 4;
        }
        if (federation.isAtLeast(new SpecVersion(2, 8))) {
            minor = 5;
        }
        return new SpecUrl(JOIN.url.identity(), JOIN.url.name(), new SpecVersion(0, minor));
    }

    /** {@code SECURITY} or {@code EXECUTION}, if gateways that do not know the specification must refuse the supergraph. */
    public Optional<String> purpose() {
        return Optional.ofNullable(purpose);
    }

    /**
     * Adds the specification's definitions to a supergraph.
     *
     * @param version the version that the supergraph links
     * @param directiveName the name in the supergraph by the directive's name in the specification
     * @param typeName the name in the supergraph by the type's name in the specification
     */
    public void addTo(
            Schema supergraph,
            SpecVersion version,
            UnaryOperator<String> directiveName,
            UnaryOperator<String> typeName) {
        KnownSpecifications.inSupergraph(new SpecUrl(url.identity(), url.name(), version))
                .ifPresent(specification -> add(supergraph, specification, directiveName, typeName));
    }

    private static void add(
            Schema supergraph,
            KnownSpecification specification,
            UnaryOperator<String> directiveName,
            UnaryOperator<String> typeName) {
        UnaryOperator<String> references = specification.references(typeName);
        specification.types().forEach((name, declaration) -> {
            String here = typeName.apply(name);
            supergraph.types().put(here, Elements.type(declaration, here, references));
        });
        specification.directives().forEach((name, declaration) -> {
            String here = directiveName.apply(name);
            supergraph.directiveDefinitions().put(here, Elements.directive(declaration, here, references, List.of()));
        });
    }
}
