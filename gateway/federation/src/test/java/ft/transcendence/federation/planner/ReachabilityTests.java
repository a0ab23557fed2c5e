package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.planner.graph.FieldResolution;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.FieldSetParser;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which subgraphs an object can be followed into. The path search would reject most moves into a subgraph that cannot be entered, so plans alone
 * do not show such a mistake.
 */
final class ReachabilityTests {

    @Test
    void aKeyThatOtherEntitiesLeadToIsEntered() {
        QueryGraph graph = graph("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { ticket: Ticket @join__field(graph: A) }
                type Ticket @join__type(graph: A) @join__type(graph: C, key: "owner { email }") { owner: User seat: Int @join__field(graph: C) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C) {
                  id: ID! @join__field(graph: A) @join__field(graph: B)
                  email: String @join__field(graph: B) @join__field(graph: C)
                }
                """);
        assertThat(reached(graph, "Ticket", node("a", "Ticket"))).containsExactly("a Ticket", "c Ticket");
    }

    @Test
    void aKeyWithAFieldThatNothingLeadsToIsNotEntered() {
        QueryGraph graph = graph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { ticket: Ticket @join__field(graph: A) }
                type Ticket @join__type(graph: A) @join__type(graph: B, key: "owner { email }") { owner: User seat: Int @join__field(graph: B) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B) {
                  id: ID! @join__field(graph: A)
                  email: String @join__field(graph: B)
                }
                """);
        assertThat(reached(graph, "Ticket", node("a", "Ticket"))).containsExactly("a Ticket");
    }

    @Test
    void aKeyWithAnObjectThatNothingLeadsToIsNotEntered() {
        QueryGraph graph = graph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { ticket: Ticket @join__field(graph: A) }
                type Ticket @join__type(graph: A) @join__type(graph: B, key: "owner { email }") { owner: User @join__field(graph: B) seat: Int }
                type User @join__type(graph: B) { email: String }
                """);
        assertThat(reached(graph, "Ticket", node("a", "Ticket"))).containsExactly("a Ticket");
    }

    @Test
    void aKeyMustBeReachableForEveryTypeOfAnObjectInIt() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) { box: Box @join__field(graph: A) }
                type Box @join__type(graph: A) @join__type(graph: B, key: "content { ... on Book { isbn } ... on Toy { name } }") { content: Content }
                union Content @join__type(graph: A) @join__type(graph: B) @join__unionMember(graph: A, member: "Book") %s
                  @join__unionMember(graph: B, member: "Book") @join__unionMember(graph: B, member: "Toy") = Book | Toy
                type Book @join__type(graph: A) @join__type(graph: B) { isbn: ID }
                type Toy @join__type(graph: A) @join__type(graph: B) { name: String @join__field(graph: B) }
                """;
        QueryGraph withToys = graph("a b", types.formatted("@join__unionMember(graph: A, member: \"Toy\")"));
        assertThat(reached(withToys, "Box", node("a", "Box"))).containsExactly("a Box");
        QueryGraph withoutToys = graph("a b", types.formatted(""));
        assertThat(reached(withoutToys, "Box", node("a", "Box"))).containsExactly("a Box", "b Box");
    }

    @Test
    void aKeyWithARequirementIsEnteredIfTheRequirementCanBeMet() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { product: Product @join__field(graph: A) }
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "code") {
                  id: ID! @join__field(graph: A) @join__field(graph: B)
                  weight: Int %s @join__field(graph: B, external: true)
                  code: ID @join__field(graph: B, requires: "weight") @join__field(graph: C)
                }
                """;
        QueryGraph met = graph("a b c", types.formatted("@join__field(graph: A)"));
        assertThat(reached(met, "Product", node("a", "Product")))
                .containsExactly("a Product", "a Product", "b Product", "c Product");
        QueryGraph unmet = graph("a b c", types.formatted("@join__field(graph: C)"));
        assertThat(reached(unmet, "Product", node("a", "Product")))
                .containsExactly("a Product", "a Product", "b Product");
    }

    @Test
    void requirementsThatLeadToEachOtherAreNotMet() {
        QueryGraph graph = graph("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { product: Product @join__field(graph: A) }
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "code") {
                  id: ID! @join__field(graph: A) @join__field(graph: B)
                  weight: Int @join__field(graph: A, requires: "code") @join__field(graph: B, external: true)
                  code: ID @join__field(graph: A, external: true) @join__field(graph: B, requires: "weight") @join__field(graph: C)
                }
                """);
        assertThat(reached(graph, "Product", node("a", "Product")))
                .containsExactly("a Product", "a Product", "b Product");
    }

    @Test
    void aFieldThatNeedsAContextSuppliesNoKey() {
        QueryGraph graph = graph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { shop: Shop @join__field(graph: A) }
                type Shop @join__type(graph: A) @context(name: "a__money") { currency: String item: Item }
                type Item @join__type(graph: A) @join__type(graph: B, key: "price") {
                  price: Int @join__field(graph: A, contextArguments: [{context: "a__money", name: "in", type: "String", selection: "{ currency }"}])
                    @join__field(graph: B)
                }
                """);
        assertThat(reached(graph, "Item", node("a", "Item"))).containsExactly("a Item");
    }

    /** An interface of {@code a} is an interface object in {@code b}; {@code c} has one of its types. */
    private static final String MEDIA = """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { reviewed: Media @join__field(graph: B) }
            interface Media @join__type(graph: A, key: "%s") @join__type(graph: B, key: "id", isInterfaceObject: true) {
              id: ID! sku: ID @join__field(graph: A) score: Int @join__field(graph: B)
            }
            type Book implements Media @join__implements(graph: A, interface: "Media") @join__type(graph: A) @join__type(graph: C, key: "id") {
              id: ID! sku: ID @join__field(graph: A) score: Int @join__field
            }
            """;

    @Test
    void theTypeOfAnInterfaceObjectIsFoundOutBeforeASubgraphOfThatTypeIsEntered() {
        QueryGraph graph = graph("a b c", MEDIA.formatted("id"));
        Reachability.ReachableNodes reached =
                new Reachability(graph).follow(List.of(node("b", "Media")), "Book", false);
        assertThat(reached.enteredByInterface()).containsExactly(node("a", "Media"));
        assertThat(reached.entered()).containsKeys("b", "c");
    }

    @Test
    void withoutAKeyOfTheInterfaceTheTypeStaysUnknown() {
        QueryGraph graph = graph("a b c", MEDIA.formatted("sku"));
        Reachability.ReachableNodes unknown =
                new Reachability(graph).follow(List.of(node("b", "Media")), "Book", false);
        assertThat(unknown.enteredByInterface()).isEmpty();
        assertThat(unknown.entered()).containsOnlyKeys("b");
        Reachability.ReachableNodes known = new Reachability(graph).follow(List.of(node("b", "Media")), "Book", true);
        assertThat(known.entered()).containsOnlyKeys("b", "c");
    }

    @Test
    void aNodeThatNeverHoldsObjectsOfTheTypeLeadsNowhere() {
        QueryGraph graph = graph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { hit: Hit @join__field(graph: A) }
                union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Film") = Film | Book
                type Film @join__type(graph: A) { id: ID! }
                type Book @join__type(graph: A) @join__type(graph: B, key: "id") { id: ID! title: String @join__field(graph: B) }
                """);
        assertThat(reached(graph, "Book", node("a", "Hit"))).isEmpty();
    }

    @Test
    void aKeyThatLeadsToItsOwnTypeIsFollowedIntoOtherSubgraphs() {
        QueryGraph graph = graph("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { employee: Employee @join__field(graph: A) }
                type Employee @join__type(graph: A) @join__type(graph: B, key: "email") @join__type(graph: C, key: "manager { number }") {
                  email: ID! @join__field(graph: A) @join__field(graph: B)
                  number: ID! @join__field(graph: B) @join__field(graph: C)
                  manager: Employee @join__field(graph: A) @join__field(graph: C)
                }
                """);
        assertThat(reached(graph, "Employee", node("a", "Employee")))
                .containsExactly("a Employee", "b Employee", "c Employee");
    }

    @Test
    void otherGatewaysEnterASubgraphWithoutItsOwnHelp() {
        QueryGraph graph = graph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { ticket: Ticket @join__field(graph: A) }
                type Ticket @join__type(graph: A) @join__type(graph: B, key: "owner { email }") { owner: User seat: Int @join__field(graph: B) }
                type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! email: String @join__field(graph: B) }
                """);
        assertThat(reached(graph, "Ticket", node("a", "Ticket"))).containsExactly("a Ticket", "b Ticket");
        assertThat(reachedByAll(graph, "Ticket", node("a", "Ticket"))).containsExactly("a Ticket");
    }

    @Test
    void otherGatewaysResolveAKeyFromOneOfThePlacesThatHoldAnObject() {
        QueryGraph graph = graph("a b c", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { box: Box }
                type Box @join__type(graph: A) @join__type(graph: B) @join__type(graph: C, key: "lid { left right }") { lid: Lid }
                type Lid @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
                  left: Int @join__field(graph: A) @join__field(graph: C)
                  right: Int @join__field(graph: B) @join__field(graph: C)
                }
                """);
        List<GraphNode> starts = List.of(node("a", "Box"), node("b", "Box"));
        assertThat(new Reachability(graph).follow(starts, "Box", true).entered())
                .containsKey("c");
        for (GraphNode start : starts) {
            assertThat(reachedByAll(graph, "Box", start)).doesNotContain("c Box");
        }
    }

    @Test
    void otherGatewaysResolveARequirementFromTheSubgraphThatHasIt() {
        String types = """
                type Query @join__type(graph: A) @join__type(graph: B) { product: Product @join__field(graph: A) }
                type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A) @join__field(graph: B%s)
                  weight: Int @join__field(graph: A) @join__field(graph: B, external: true)
                  price: Int @join__field(graph: B, requires: "weight")
                }
                """;
        assertThat(canSendWeight(types.formatted(""), Reachability.Conditions.FROM_WHERE_THEY_START))
                .isTrue();
        assertThat(canSendWeight(types.formatted(", external: true"), Reachability.Conditions.FROM_ANYWHERE))
                .isTrue();
        assertThat(canSendWeight(types.formatted(", external: true"), Reachability.Conditions.FROM_WHERE_THEY_START))
                .isFalse();
    }

    private static boolean canSendWeight(String types, Reachability.Conditions conditions) {
        Reachability reachability = new Reachability(graph("a b", types), conditions);
        return reachability.canSend(
                reachability.follow(List.of(node("a", "Product")), "Product", true),
                node("b", "Product"),
                "Product",
                FieldSetParser.parse("weight"));
    }

    @Test
    void aSubgraphThatHoldsAnObjectIsEnteredAgainByAKeyThatIsNotResolvableForOthers() {
        QueryGraph graph = graph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { product: Product @join__field(graph: A) }
                type Product @join__type(graph: A, key: "id", resolvable: false) @join__type(graph: B, key: "id") { id: ID! weight: Int @join__field(graph: B) }
                """);
        for (Reachability.Conditions conditions : Reachability.Conditions.values()) {
            Reachability reachability = new Reachability(graph, conditions);
            Reachability.ReachableNodes fromA = reachability.follow(List.of(node("a", "Product")), "Product", true);
            assertThat(fromA.entered()).containsOnlyKeys("b");
            assertThat(reachability.reentry(fromA, node("a", "Product"), "Product"))
                    .contains(node("a", "Product"));
        }
    }

    @Test
    void whileLabelsAreUnknownAFieldIsResolvedInNeitherOfItsHomes() {
        QueryGraph graph = graph("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { product: Product }
                type Product @join__type(graph: A) @join__type(graph: B) {
                  price: Int @join__field(graph: A, overrideLabel: "x") @join__field(graph: B, override: "a", overrideLabel: "x")
                }
                """);
        assertThat(homes(graph)).containsExactly("a");
        assertThat(homes(graph.withActiveLabels(Set.of("x")))).containsExactly("b");
        assertThat(homes(graph.withUnknownLabels())).isEmpty();
    }

    private static List<String> homes(QueryGraph graph) {
        return Stream.of("a", "b")
                .filter(subgraph -> graph.resolve(node(subgraph, "Product"), "Product", "price")
                        instanceof FieldResolution.FieldEdge)
                .toList();
    }

    private static GraphNode node(String subgraph, String type) {
        return new GraphNode(subgraph, type, FieldSet.EMPTY);
    }

    private static QueryGraph graph(String subgraphs, String types) {
        return new QueryGraph(SupergraphReader.read(Plans.supergraph(subgraphs, types)));
    }

    /** The nodes from which fields of the object can be resolved, the start included. */
    private static List<String> reached(QueryGraph graph, String objectType, GraphNode start) {
        return reached(new Reachability(graph), objectType, start);
    }

    /** The same, as far as all gateways can go. */
    private static List<String> reachedByAll(QueryGraph graph, String objectType, GraphNode start) {
        return reached(new Reachability(graph, Reachability.Conditions.FROM_WHERE_THEY_START), objectType, start);
    }

    private static List<String> reached(Reachability reachability, String objectType, GraphNode start) {
        return reachability.follow(List.of(start), objectType, true).all().stream()
                .map(node -> node.subgraph() + " " + node.localType())
                .toList();
    }
}
