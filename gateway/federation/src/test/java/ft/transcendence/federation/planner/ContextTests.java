package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContextTests {

    /** For {@code Item.price}, subgraph {@code a} takes the currency from the enclosing shop or order, which {@code b} has. */
    private static final Plans SHOP = Plans.over("a b", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              shop: Shop @join__field(graph: A)
              shops: [Shop] @join__field(graph: A)
              places: [Place] @join__field(graph: A)
              loose: Item @join__field(graph: A)
            }
            union Place @join__type(graph: A) @join__unionMember(graph: A, member: "Shop") @join__unionMember(graph: A, member: "Stall") = Shop | Stall
            type Shop @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @context(name: "a__money") {
              id: ID!
              currency: String @join__field(graph: B)
              items: [Item] @join__field(graph: A)
              shelf: Shelf @join__field(graph: A)
            }
            type Stall @join__type(graph: A) @context(name: "a__money") {
              coin: Coin
              items: [Item]
            }
            type Coin @join__type(graph: A) { name: String }
            type Shelf @join__type(graph: A) { first: Item }
            type Item @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              price(vat: Boolean): Int @join__field(graph: A, contextArguments: [
                {context: "a__money", name: "currency", type: "String", selection: "... on Shop { currency } ... on Stall { coin { name } }"}])
              strict: Int @join__field(graph: A, contextArguments: [
                {context: "a__money", name: "currency", type: "String!", selection: "... on Shop { currency } ... on Stall { coin { name } }"}])
              rating: Int @join__field(graph: B)
            }
            """);

    @Test
    void fetchesTheContextValueBeforeTheFieldThatUsesIt() {
        assertThat(SHOP.plan("{ shop { shelf { first { price(vat: true) } } } }"))
                .isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "a") {
                      {
                        shop {
                          shelf {
                            first {
                              id
                            }
                          }
                          id
                        }
                      }
                    },
                    Flatten(path: "shop") {
                      Fetch(service: "b") {
                        {
                          ... on Shop {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on Shop {
                            currency
                          }
                        }
                      },
                    },
                    Flatten(path: "shop.shelf.first") {
                      Fetch(service: "a") {
                        {
                          ... on Item {
                            __typename
                            id
                          }
                          $context0: String from "shop" {
                            currency
                          }
                        } =>
                        {
                          ... on Item {
                            price(vat: true, currency: $context0)
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }

    @Test
    void contextValueDependsOnTheTypeOfTheEnclosingObject() {
        assertThat(SHOP.plan("{ places { ... on Stall { items { price } } ... on Shop { items { price } } } }"))
                .containsIgnoringWhitespaces(
                        "$context0: String from \"places.@\" { ... |[Shop] { currency } }",
                        "$context1: String from \"places.@\" { ... |[Stall] { coin { name } } }");
    }

    @Test
    void missingContextIsNullOrMakesTheFieldUnreachable() {
        assertThat(SHOP.plan("{ loose { price } }")).contains("price(currency: null)");
        assertThat(SHOP.failure("{ loose { strict } }")).hasMessageContaining("strict");
    }

    @Test
    void contextVariablesAvoidTheClientsNames() {
        assertThat(SHOP.plan("query($context0: Boolean) { shop { shelf { first { price(vat: $context0) strict } } } }"))
                .contains("$context1: String from", "price(vat: $context0, currency: $context1)")
                .contains("$context2: String! from", "strict(currency: $context2)");
    }
}
