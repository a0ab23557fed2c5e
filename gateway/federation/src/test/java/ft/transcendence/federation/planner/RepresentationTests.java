package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each field of an entity is sent once, however many fields need it. */
final class RepresentationTests {

    @Test
    void anObjectThatTwoRequirementsSelectFromIsSentOnce() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { cage: Cage @join__field(graph: A) }
                type Cage @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  pet: Pet @join__field(graph: A) @join__field(graph: B, external: true)
                  bill: Int @join__field(graph: B, requires: "pet { ... on Cat { food { kind } } }")
                  note: Int @join__field(graph: B, requires: "pet { food { weight } }")
                }
                interface Pet @join__type(graph: A) @join__type(graph: B) { food: Food }
                type Cat implements Pet @join__implements(graph: A, interface: "Pet") @join__implements(graph: B, interface: "Pet") @join__type(graph: A) @join__type(graph: B) {
                  food: Food @join__field(graph: A) @join__field(graph: B, external: true)
                }
                type Dog implements Pet @join__implements(graph: A, interface: "Pet") @join__implements(graph: B, interface: "Pet") @join__type(graph: A) @join__type(graph: B) {
                  food: Food @join__field(graph: A) @join__field(graph: B, external: true)
                }
                type Food @join__type(graph: A) @join__type(graph: B) {
                  kind: String @join__field(graph: A) @join__field(graph: B, external: true)
                  weight: Int @join__field(graph: A) @join__field(graph: B, external: true)
                }
                """);
        assertThat(plans.plan("{ cage { bill note } }")).contains("""
                          ... on Cage {
                            __typename
                            id
                            pet {
                              __typename
                              ... |[Cat] {
                                food {
                                  kind
                                  weight
                                }
                              }
                              ... |[Dog] {
                                food {
                                  weight
                                }
                              }
                            }
                          }
                """);
    }

    @Test
    void whatIsRequiredOfTheKeysObjectIsSentWithTheKey() {
        Plans plans = Plans.over("a b", """
                type Query @join__type(graph: A) @join__type(graph: B) { desk: Desk @join__field(graph: A) }
                type Desk @join__type(graph: A, key: "room { number }") @join__type(graph: B, key: "room { number }") {
                  room: Room
                  lamp: String @join__field(graph: A) @join__field(graph: B, external: true)
                  heat: Int @join__field(graph: B, requires: "room { floor } lamp")
                }
                type Room @join__type(graph: A) @join__type(graph: B) {
                  number: Int
                  floor: Int @join__field(graph: A) @join__field(graph: B, external: true)
                }
                """);
        assertThat(plans.plan("{ desk { heat } }")).contains("""
                          ... on Desk {
                            __typename
                            room {
                              number
                            }
                            room {
                              floor
                              number
                            }
                            lamp
                          }
                """);
    }
}
