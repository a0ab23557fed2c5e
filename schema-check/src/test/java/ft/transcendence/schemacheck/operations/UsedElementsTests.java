package ft.transcendence.schemacheck.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.sdl.SdlDocument;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.junit.jupiter.api.Test;

class UsedElementsTests {
    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                type Query { node(id: ID, order: Order, old: ID @deprecated(reason: "Use id.")): Node users(filter: Filter): [User] }
                interface Node { id: ID }
                type User implements Node { id: ID name: Name @deprecated(reason: "Use id.") }
                scalar Name
                enum Order { UP DOWN @deprecated(reason: "Use UP.") }
                input Filter { name: Name order: Order and: [Filter] old: ID @deprecated(reason: "Use name.") }
                """));

    private static UsedElements of(String operation) {
        return UsedElements.of(SdlDocument.parse(operation), SCHEMA);
    }

    @Test
    void selectedFieldsBringTheirTypesAndArguments() {
        assertThat(of("query A { node { id ... on User { name } ...F } } fragment F on Node { id }")
                        .coordinates())
                .containsExactlyInAnyOrder(
                        "Query.node",
                        "Query.node.id",
                        "Query.node.order",
                        "Query.node.old",
                        "Node",
                        "Node.id",
                        "ID",
                        "User",
                        "User.name",
                        "Name");
    }

    @Test
    void valuesBringTheirInputFieldsAndEnumValues() {
        assertThat(of("query A { users(filter: {and: [{order: UP}]}) { id } }").coordinates())
                .containsExactlyInAnyOrder(
                        "Query.users",
                        "Query.users.filter",
                        "User",
                        "User.id",
                        "ID",
                        "Filter.and",
                        "Filter.order",
                        "Order.UP");
    }

    @Test
    void variablesMayCarryWhateverTheirTypeHas() {
        assertThat(of("query A($filter: [Filter!]!) { __typename }").coordinates())
                .containsExactlyInAnyOrder(
                        "Filter",
                        "Filter.name",
                        "Filter.order",
                        "Filter.and",
                        "Filter.old",
                        "Name",
                        "ID",
                        "Order",
                        "Order.UP",
                        "Order.DOWN");
    }

    @Test
    void whatTheSchemaDoesNotHaveIsSkipped() {
        assertThat(of("query A($x: Nothing) { nobody { id } users(nothing: {x: 1}) { id ... on Nobody { id } } }")
                        .coordinates())
                .containsExactlyInAnyOrder("Query.users", "Query.users.filter", "User", "User.id", "ID");
    }

    @Test
    void usesOfDeprecatedElementsAreFound() {
        assertThat(of("query A { node(old: 1, order: DOWN) { ... on User { name } } users(filter: {old: 1}) { id } }")
                        .deprecated())
                .extracting(use -> use.element() + ": " + use.reason())
                .containsExactly(
                        "The argument Query.node.old: Use id.",
                        "The enum value Order.DOWN: Use UP.",
                        "The field User.name: Use id.",
                        "The input field Filter.old: Use name.");
    }
}
