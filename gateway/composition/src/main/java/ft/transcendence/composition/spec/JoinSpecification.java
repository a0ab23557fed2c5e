package ft.transcendence.composition.spec;

import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.spec.Definitions.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The join specification (https://specs.apollo.dev/join), which says in a supergraph what each subgraph has. */
public final class JoinSpecification {
    private static final SpecVersion V0_4 = new SpecVersion(0, 4);
    private static final SpecVersion V0_5 = new SpecVersion(0, 5);

    private JoinSpecification() {}

    /** The version that a supergraph needs whose newest subgraph uses this version of federation. */
    public static SpecVersion versionFor(SpecVersion federation) {
        if (federation.isAtLeast(new SpecVersion(2, 8))) {
            return V0_5;
        }
        return federation.isAtLeast(new SpecVersion(2, 7)) ? V0_4 : new SpecVersion(0, 3);
    }

    static void define(Definitions definitions, SpecVersion version) {
        definitions
                .enumeration("Graph", Map.of())
                .scalar("FieldSet")
                .directive(
                        "graph", List.of(new Argument("name", "String!"), new Argument("url", "String!")), "ENUM_VALUE")
                .repeatable(
                        "type",
                        List.of(
                                new Argument("graph", "*Graph!"),
                                new Argument("key", "*FieldSet"),
                                new Argument("extension", "Boolean!", Literal.of(false)),
                                new Argument("resolvable", "Boolean!", Literal.of(true)),
                                new Argument("isInterfaceObject", "Boolean!", Literal.of(false))),
                        "OBJECT",
                        "INTERFACE",
                        "UNION",
                        "ENUM",
                        "INPUT_OBJECT",
                        "SCALAR")
                .repeatable("field", fieldArguments(version), "FIELD_DEFINITION", "INPUT_FIELD_DEFINITION")
                .repeatable(
                        "implements",
                        List.of(new Argument("graph", "*Graph!"), new Argument("interface", "String!")),
                        "OBJECT",
                        "INTERFACE")
                .repeatable(
                        "unionMember",
                        List.of(new Argument("graph", "*Graph!"), new Argument("member", "String!")),
                        "UNION")
                .repeatable("enumValue", List.of(new Argument("graph", "*Graph!")), "ENUM_VALUE");
        if (version.isAtLeast(V0_4)) {
            definitions
                    .scalar("DirectiveArguments")
                    .repeatable(
                            "directive",
                            List.of(
                                    new Argument("graphs", "[*Graph!]"),
                                    new Argument("name", "String!"),
                                    new Argument("args", "*DirectiveArguments")),
                            "SCHEMA",
                            "OBJECT",
                            "INTERFACE",
                            "FIELD_DEFINITION");
        }
        if (version.isAtLeast(V0_5)) {
            definitions
                    .scalar("FieldValue")
                    .input(
                            "ContextArgument",
                            List.of(
                                    new Argument("name", "String!"),
                                    new Argument("type", "String!"),
                                    new Argument("context", "String!"),
                                    new Argument("selection", "*FieldValue!")));
        }
    }

    private static List<Argument> fieldArguments(SpecVersion version) {
        List<Argument> arguments = new ArrayList<>(List.of(
                new Argument("graph", "*Graph"),
                new Argument("requires", "*FieldSet"),
                new Argument("provides", "*FieldSet"),
                new Argument("type", "String"),
                new Argument("external", "Boolean"),
                new Argument("override", "String"),
                new Argument("usedOverridden", "Boolean")));
        if (version.isAtLeast(V0_4)) {
            arguments.add(new Argument("overrideLabel", "String"));
        }
        if (version.isAtLeast(V0_5)) {
            arguments.add(new Argument("contextArguments", "[*ContextArgument!]"));
        }
        return arguments;
    }
}
