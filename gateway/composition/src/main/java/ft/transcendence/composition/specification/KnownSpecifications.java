package ft.transcendence.composition.specification;

import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.syntax.SdlDocument;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.SchemaDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import ft.transcendence.composition.syntax.SdlParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The specifications that composition knows. Each is read from its text when a schema links it first. */
public final class KnownSpecifications {
    private static final Map<SpecUrl, KnownSpecification> READ = new ConcurrentHashMap<>();
    private static final SpecUrl FEDERATION_1 = url("https://specs.apollo.dev/federation-1", 1, 0);
    /** The join specification is for supergraphs: a subgraph can link it, but imports nothing from it. */
    private static final String NOTHING = "";

    private static final String JOIN = Specifications.JOIN + "-supergraph";
    private static final SpecUrl BUILT_IN = url("https://spec.graphql.org/graphql", 0, 0);

    private KnownSpecifications() {}

    /** A version of a specification; empty if composition does not know it, which is an error for some specifications only. */
    public static Optional<KnownSpecification> find(SpecUrl url) {
        KnownSpecification read = READ.get(url);
        if (read != null) {
            return Optional.of(read);
        }
        String sdl = text(url.identity(), url.version());
        return sdl == null ? Optional.empty() : Optional.of(read(url, sdl));
    }

    /** As {@link #find}, with what a supergraph defines that subgraphs cannot use: the join specification. */
    public static Optional<KnownSpecification> inSupergraph(SpecUrl url) {
        return url.identity().equals(Specifications.JOIN)
                ? Optional.of(
                        read(url(JOIN, url.version().major(), url.version().minor()), JoinTexts.of(url.version())))
                : find(url);
    }

    /** What every Federation 1 schema has without linking it. The type's name there begins with an underscore. */
    public static KnownSpecification federation1() {
        return read(FEDERATION_1, FederationTexts.FEDERATION_1);
    }

    /** The directives of GraphQL itself. */
    public static KnownSpecification builtIn() {
        return read(BUILT_IN, OtherTexts.BUILT_IN);
    }

    /** The versions of federation 2, the oldest first. */
    public static List<SpecVersion> federationVersions() {
        return IntStream.rangeClosed(0, FederationTexts.LATEST_MINOR)
                .mapToObj(minor -> new SpecVersion(2, minor))
                .toList();
    }

    private static SpecUrl url(String identity, int major, int minor) {
        return new SpecUrl(identity, identity.substring(identity.lastIndexOf('/') + 1), new SpecVersion(major, minor));
    }

    private static @Nullable String text(String identity, SpecVersion version) {
        return switch (identity) {
            case Specifications.FEDERATION ->
                version.major() == 2 && version.minor() <= FederationTexts.LATEST_MINOR
                        ? FederationTexts.federation2(version.minor())
                        : null;
            case Specifications.TAG ->
                version(version, null, OtherTexts.TAG_0_1, OtherTexts.TAG_0_2, OtherTexts.TAG_0_3);
            case Specifications.INACCESSIBLE ->
                version(version, null, OtherTexts.INACCESSIBLE_0_1, OtherTexts.INACCESSIBLE_0_2);
            case Specifications.AUTHENTICATED -> version(version, null, OtherTexts.AUTHENTICATED);
            case Specifications.REQUIRES_SCOPES -> version(version, null, OtherTexts.REQUIRES_SCOPES);
            case Specifications.POLICY -> version(version, null, OtherTexts.POLICY);
            case Specifications.CONTEXT -> version(version, null, OtherTexts.CONTEXT);
            case Specifications.COST -> version(version, null, OtherTexts.COST);
            case Specifications.CONNECT ->
                version(version, null, OtherTexts.CONNECT, OtherTexts.CONNECT, OtherTexts.CONNECT, OtherTexts.CONNECT);
            case Specifications.CORE -> version(version, null, OtherTexts.CORE_0_1, OtherTexts.CORE_0_2);
            case Specifications.JOIN -> version(version, null, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
            case Specifications.LINK -> version.equals(new SpecVersion(1, 0)) ? OtherTexts.LINK : null;
            default -> null;
        };
    }

    /** @param texts those of v0.0, v0.1 and so on */
    private static @Nullable String version(SpecVersion version, @Nullable String... texts) {
        return version.major() == 0 && version.minor() < texts.length ? texts[version.minor()] : null;
    }

    private static KnownSpecification read(SpecUrl url, String sdl) {
        return READ.computeIfAbsent(url, ignored -> parse(url, sdl));
    }

    private static KnownSpecification parse(SpecUrl url, String sdl) {
        if (sdl.isEmpty()) {
            return new KnownSpecification(url, Map.of(), Map.of());
        }
        Findings findings = new Findings();
        SdlDocument document = SdlParser.parse(new SubgraphInput(url.toString(), "", sdl), findings)
                .orElseThrow(() -> new IllegalStateException(findings.errors().toString()));
        Map<String, TypeDeclaration> types = new LinkedHashMap<>();
        Map<String, DirectiveDeclaration> directives = new LinkedHashMap<>();
        for (SdlDocument.Declaration declaration : document.declarations()) {
            switch (declaration) {
                case TypeDeclaration type -> types.put(type.name(), type);
                case DirectiveDeclaration directive -> directives.put(directive.name(), directive);
                case SchemaDeclaration schema ->
                    throw new IllegalStateException("a specification defines no schema: " + schema.place());
            }
        }
        return new KnownSpecification(url, types, directives);
    }
}
