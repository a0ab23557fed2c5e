package ft.transcendence.composition.spec;

import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.spec.Definitions.Argument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A specification that supergraphs link, in the version that composition writes. The definitions are those of https://specs.apollo.dev.
 */
public enum SupergraphSpecification {
    LINK(Specifications.LINK, "link", 1, 0, null) {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            Map<String, String> purposes = new LinkedHashMap<>();
            purposes.put("SECURITY", "`SECURITY` features provide metadata necessary to securely resolve fields.");
            purposes.put("EXECUTION", "`EXECUTION` features provide metadata necessary for operation execution.");
            definitions
                    .enumeration("Purpose", purposes)
                    .scalar("Import")
                    .repeatable(
                            "link",
                            List.of(
                                    new Argument("url", "String"),
                                    new Argument("as", "String"),
                                    new Argument("for", "*Purpose"),
                                    new Argument("import", "[*Import]")),
                            "SCHEMA");
        }
    },
    JOIN(Specifications.JOIN, "join", 0, 5, "EXECUTION") {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            JoinSpecification.define(definitions, version);
        }
    },
    TAG(Specifications.TAG, "tag", 0, 3, null) {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            definitions.repeatable(
                    "tag",
                    List.of(new Argument("name", "String!")),
                    "FIELD_DEFINITION",
                    "OBJECT",
                    "INTERFACE",
                    "UNION",
                    "ARGUMENT_DEFINITION",
                    "SCALAR",
                    "ENUM",
                    "ENUM_VALUE",
                    "INPUT_OBJECT",
                    "INPUT_FIELD_DEFINITION",
                    "SCHEMA");
        }
    },
    INACCESSIBLE(Specifications.INACCESSIBLE, "inaccessible", 0, 2, "SECURITY") {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            definitions.directive(
                    "inaccessible",
                    List.of(),
                    "FIELD_DEFINITION",
                    "OBJECT",
                    "INTERFACE",
                    "UNION",
                    "ARGUMENT_DEFINITION",
                    "SCALAR",
                    "ENUM",
                    "ENUM_VALUE",
                    "INPUT_OBJECT",
                    "INPUT_FIELD_DEFINITION");
        }
    },
    AUTHENTICATED(Specifications.AUTHENTICATED, "authenticated", 0, 1, "SECURITY") {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            definitions.directive(
                    "authenticated", List.of(), "FIELD_DEFINITION", "OBJECT", "INTERFACE", "SCALAR", "ENUM");
        }
    },
    REQUIRES_SCOPES(Specifications.REQUIRES_SCOPES, "requiresScopes", 0, 1, "SECURITY") {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            definitions
                    .scalar("Scope")
                    .directive(
                            "requiresScopes",
                            List.of(new Argument("scopes", "[[*Scope!]!]!")),
                            "FIELD_DEFINITION",
                            "OBJECT",
                            "INTERFACE",
                            "SCALAR",
                            "ENUM");
        }
    },
    POLICY(Specifications.POLICY, "policy", 0, 1, "SECURITY") {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            definitions
                    .scalar("Policy")
                    .directive(
                            "policy",
                            List.of(new Argument("policies", "[[*Policy!]!]!")),
                            "FIELD_DEFINITION",
                            "OBJECT",
                            "INTERFACE",
                            "SCALAR",
                            "ENUM");
        }
    },
    CONTEXT(Specifications.CONTEXT, "context", 0, 1, "SECURITY") {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            definitions
                    .scalar("ContextFieldValue")
                    .repeatable("context", List.of(new Argument("name", "String!")), "INTERFACE", "OBJECT", "UNION")
                    .directive(
                            "fromContext", List.of(new Argument("field", "*ContextFieldValue")), "ARGUMENT_DEFINITION");
        }
    },
    COST(Specifications.COST, "cost", 0, 1, null) {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            definitions
                    .directive(
                            "cost",
                            List.of(new Argument("weight", "Int!")),
                            "ARGUMENT_DEFINITION",
                            "ENUM",
                            "FIELD_DEFINITION",
                            "INPUT_FIELD_DEFINITION",
                            "OBJECT",
                            "SCALAR")
                    .directive(
                            "listSize",
                            List.of(
                                    new Argument("assumedSize", "Int"),
                                    new Argument("slicingArguments", "[String!]"),
                                    new Argument("sizedFields", "[String!]"),
                                    new Argument("requireOneSlicingArgument", "Boolean", Literal.of(true))),
                            "FIELD_DEFINITION");
        }
    },
    CACHE_TAG(Specifications.CACHE_TAG, "cacheTag", 0, 1, "EXECUTION") {
        @Override
        void define(Definitions definitions, SpecVersion version) {
            // the directive travels as join__directive
        }
    };

    private final SpecUrl url;
    private final @Nullable String purpose;

    SupergraphSpecification(String identity, String name, int major, int minor, @Nullable String purpose) {
        this.url = new SpecUrl(identity, name, new SpecVersion(major, minor));
        this.purpose = purpose;
    }

    abstract void define(Definitions definitions, SpecVersion version);

    /** The URL with the newest version. */
    public SpecUrl url() {
        return url;
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
        define(new Definitions(supergraph, directiveName, typeName), version);
    }
}
