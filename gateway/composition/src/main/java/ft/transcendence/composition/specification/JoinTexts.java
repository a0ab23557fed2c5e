package ft.transcendence.composition.specification;

import ft.transcendence.composition.link.SpecVersion;

/** What the versions of the join specification (https://specs.apollo.dev/join) define, as SDL. */
final class JoinTexts {
    private static final SpecVersion V0_4 = new SpecVersion(0, 4);
    private static final SpecVersion V0_5 = new SpecVersion(0, 5);

    private static final String SINCE_0_3 = """
            enum Graph
            scalar FieldSet
            directive @graph(name: String!, url: String!) on ENUM_VALUE
            directive @type(
              graph: Graph!
              key: FieldSet
              extension: Boolean! = false
              resolvable: Boolean! = true
              isInterfaceObject: Boolean! = false
            ) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            directive @implements(graph: Graph!, interface: String!) repeatable on OBJECT | INTERFACE
            directive @unionMember(graph: Graph!, member: String!) repeatable on UNION
            directive @enumValue(graph: Graph!) repeatable on ENUM_VALUE
            """;
    private static final String SINCE_0_4 = """
            scalar DirectiveArguments
            directive @directive(graphs: [Graph!], name: String!, args: DirectiveArguments)
              repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION
            """;
    private static final String SINCE_0_5 = """
            scalar FieldValue
            input ContextArgument {
              name: String!
              type: String!
              context: String!
              selection: FieldValue!
            }
            """;

    private JoinTexts() {}

    /** The definitions of a version from 0.3 to 0.5. */
    static String of(SpecVersion version) {
        return SINCE_0_3
                + (version.isAtLeast(V0_4) ? SINCE_0_4 : "")
                + (version.isAtLeast(V0_5) ? SINCE_0_5 : "")
                + field(version);
    }

    private static String field(SpecVersion version) {
        return """
                directive @field(
                  graph: Graph
                  requires: FieldSet
                  provides: FieldSet
                  type: String
                  external: Boolean
                  override: String
                  usedOverridden: Boolean
                """
                + (version.isAtLeast(V0_4) ? "  overrideLabel: String\n" : "")
                + (version.isAtLeast(V0_5) ? "  contextArguments: [ContextArgument!]\n" : "")
                + ") repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION\n";
    }
}
