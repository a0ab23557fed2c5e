package ft.transcendence.composition.specification;

import java.util.List;

/** What the versions of the federation specification define, as SDL. */
final class FederationTexts {
    static final int LATEST_MINOR = 14;

    private static final int NEVER = Integer.MAX_VALUE;
    private static final String TAGGED = "FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR"
            + " | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION";
    private static final String PROTECTED = "FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM";

    /** @param until the minor version that no longer has it */
    private record Part(int since, int until, String sdl) {
        boolean isIn(int minor) {
            return since <= minor && minor < until;
        }
    }

    private static final List<Part> PARTS = List.of(
            since(0, "scalar FieldSet"),
            since(5, "scalar Scope"),
            since(6, "scalar Policy"),
            since(8, "scalar ContextFieldValue"),
            since(0, "directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE"),
            since(0, "directive @requires(fields: FieldSet!) on FIELD_DEFINITION"),
            since(0, "directive @provides(fields: FieldSet!) on FIELD_DEFINITION"),
            since(0, "directive @external(reason: String) on OBJECT | FIELD_DEFINITION"),
            between(0, 3, "directive @tag(name: String!) repeatable on " + TAGGED),
            since(3, "directive @tag(name: String!) repeatable on SCHEMA | " + TAGGED),
            since(0, "directive @extends on OBJECT | INTERFACE"),
            between(0, 2, "directive @shareable on OBJECT | FIELD_DEFINITION"),
            since(2, "directive @shareable repeatable on OBJECT | FIELD_DEFINITION"),
            since(0, "directive @inaccessible on " + TAGGED),
            between(0, 7, "directive @override(from: String!) on FIELD_DEFINITION"),
            since(7, "directive @override(from: String!, label: String) on FIELD_DEFINITION"),
            since(1, "directive @composeDirective(name: String) repeatable on SCHEMA"),
            since(3, "directive @interfaceObject on OBJECT"),
            since(5, "directive @authenticated on " + PROTECTED),
            since(5, "directive @requiresScopes(scopes: [[Scope!]!]!) on " + PROTECTED),
            since(6, "directive @policy(policies: [[Policy!]!]!) on " + PROTECTED),
            since(8, "directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION"),
            since(8, "directive @fromContext(field: ContextFieldValue) on ARGUMENT_DEFINITION"),
            since(9, OtherTexts.COST),
            since(12, "directive @cacheTag(format: String!) repeatable on OBJECT | FIELD_DEFINITION"));

    /** What every Federation 1 schema has without linking anything. */
    static final String FEDERATION_1 = """
            scalar FieldSet
            directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
            directive @requires(fields: FieldSet!) on FIELD_DEFINITION
            directive @provides(fields: FieldSet!) on FIELD_DEFINITION
            directive @external(reason: String) on OBJECT | FIELD_DEFINITION
            directive @extends on OBJECT | INTERFACE
            directive @tag(name: String!) repeatable on\s""" + TAGGED;

    private FederationTexts() {}

    private static Part since(int minor, String sdl) {
        return new Part(minor, NEVER, sdl);
    }

    private static Part between(int minor, int until, String sdl) {
        return new Part(minor, until, sdl);
    }

    /** The definitions of federation 2.minor. */
    static String federation2(int minor) {
        StringBuilder sdl = new StringBuilder();
        for (Part part : PARTS) {
            if (part.isIn(minor)) {
                sdl.append(part.sdl()).append('\n');
            }
        }
        return sdl.toString();
    }
}
