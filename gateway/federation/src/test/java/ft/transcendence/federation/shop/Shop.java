package ft.transcendence.federation.shop;

import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.subgraphs.Json;
import ft.transcendence.federation.subgraphs.SubgraphSchema;
import ft.transcendence.federation.subgraphs.SubgraphServer;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, products, reviews and inventory: 20 users, 10 products, 40 reviews. {@link #HEAVY} is nested seven levels deep and has a response of
 * about 90 KB.
 */
public final class Shop {

    public static final String SMALL = "{ me { id name } }";

    public static final String JOIN = "query Top($n: Int) { topProducts(first: $n) { upc name inStock } }";

    public static final String HEAVY = """
            query Heavy {
              users { ...U reviews { ...R product { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } } }
              topProducts(first: 10) { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } }
            }
            fragment U on User { id username name }
            fragment R on Review { id body }
            fragment P on Product { inStock name price shippingEstimate upc weight }
            """;

    private static final int USERS = 20;
    private static final int PRODUCTS = 10;
    private static final int REVIEWS = 40;

    private static final Map<String, String> SUBGRAPHS =
            Map.of("accounts", """
            type Query { me: User users: [User] }
            type User @key(fields: "id") { id: ID! name: String username: String }
            """, "products", """
            type Query { topProducts(first: Int = 5): [Product] }
            type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }
            """, "reviews", """
            type Review { id: ID! body: String author: User product: Product }
            type User @key(fields: "id") { id: ID! reviews: [Review] }
            type Product @key(fields: "upc") { upc: String! reviews: [Review] }
            """, "inventory", """
            type Product @key(fields: "upc") {
              upc: String!
              weight: Int @external
              price: Int @external
              inStock: Boolean
              shippingEstimate: Int @requires(fields: "price weight")
            }
            """);

    private static final String MONOLITH = """
            type Query { me: User users: [User] topProducts(first: Int = 5): [Product] }
            type User { id: ID! name: String username: String reviews: [Review] }
            type Product {
              upc: String! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review]
            }
            type Review { id: ID! body: String author: User product: Product }
            """;

    private static final String SUPERGRAPH = """
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
            { query: Query }

            directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
            scalar join__FieldSet
            scalar link__Import
            enum link__Purpose { SECURITY EXECUTION }
            enum join__Graph {
              ACCOUNTS @join__graph(name: "accounts", url: "http://127.0.0.1:PORT/accounts")
              INVENTORY @join__graph(name: "inventory", url: "http://127.0.0.1:PORT/inventory")
              PRODUCTS @join__graph(name: "products", url: "http://127.0.0.1:PORT/products")
              REVIEWS @join__graph(name: "reviews", url: "http://127.0.0.1:PORT/reviews")
            }
            type Query @join__type(graph: ACCOUNTS) @join__type(graph: INVENTORY) @join__type(graph: PRODUCTS) @join__type(graph: REVIEWS) {
              me: User @join__field(graph: ACCOUNTS)
              users: [User] @join__field(graph: ACCOUNTS)
              topProducts(first: Int = 5): [Product] @join__field(graph: PRODUCTS)
            }
            type User @join__type(graph: ACCOUNTS, key: "id") @join__type(graph: REVIEWS, key: "id") {
              id: ID!
              name: String @join__field(graph: ACCOUNTS)
              username: String @join__field(graph: ACCOUNTS)
              reviews: [Review] @join__field(graph: REVIEWS)
            }
            type Product
              @join__type(graph: INVENTORY, key: "upc")
              @join__type(graph: PRODUCTS, key: "upc")
              @join__type(graph: REVIEWS, key: "upc")
            {
              upc: String!
              weight: Int @join__field(graph: INVENTORY, external: true) @join__field(graph: PRODUCTS)
              price: Int @join__field(graph: INVENTORY, external: true) @join__field(graph: PRODUCTS)
              inStock: Boolean @join__field(graph: INVENTORY)
              shippingEstimate: Int @join__field(graph: INVENTORY, requires: "price weight")
              name: String @join__field(graph: PRODUCTS)
              reviews: [Review] @join__field(graph: REVIEWS)
            }
            type Review @join__type(graph: REVIEWS) {
              id: ID!
              body: String
              author: User
              product: Product
            }
            """;

    private Shop() {}

    /** The supergraph, with all subgraphs on one local port. */
    public static String supergraph(int port) {
        return SUPERGRAPH.replace("PORT", Integer.toString(port));
    }

    /** The subgraphs by name. */
    public static Map<String, InMemoryTransport.Subgraph> subgraphs() {
        Map<String, InMemoryTransport.Subgraph> servers = new LinkedHashMap<>();
        SUBGRAPHS.forEach((name, sdl) -> {
            SubgraphServer server = new SubgraphServer(SubgraphSchema.parse(sdl).document(), new Resolver());
            servers.put(name, server::execute);
        });
        return servers;
    }

    private sealed interface Row {
        int number();
    }

    private record User(int number) implements Row {}

    /** @param given the fields that {@code shippingEstimate} is computed from, as far as the resolving server has them */
    private record Product(int number, Map<String, @Nullable Object> given) implements Row {

        static Product known(int number) {
            return new Product(number, Map.of("price", priceOf(number), "weight", weightOf(number)));
        }
    }

    private static int priceOf(int number) {
        return 100 + 37 * number;
    }

    private static int weightOf(int number) {
        return 500 + 91 * number;
    }

    private record Review(int number) implements Row {}

    /** The response of a single server with all the shop's data. */
    public static Map<String, Object> response(String query, Map<String, ?> variables) {
        SubgraphServer monolith =
                new SubgraphServer(SubgraphSchema.parse(MONOLITH).document(), new Resolver());
        return monolith.execute(Map.of("query", query, "variables", variables));
    }

    /** The values of all four subgraphs; each reads only those in its schema. */
    private static final class Resolver implements SubgraphServer.Resolver {

        @Override
        public @Nullable Object valueOf(DataFetchingEnvironment field) {
            String name = field.getFieldDefinition().getName();
            return switch (field.<Object>getSource()) {
                case User user -> valueOf(user, name);
                case Product product -> valueOf(product, name);
                case Review review -> valueOf(review, name);
                case null, default -> root(field, name);
            };
        }

        private static @Nullable Object root(DataFetchingEnvironment field, String name) {
            return switch (name) {
                case "me" -> new User(0);
                case "users" -> IntStream.range(0, USERS).mapToObj(User::new).toList();
                case "topProducts" -> {
                    Integer first = field.getArgument("first");
                    yield IntStream.range(0, first == null ? PRODUCTS : Math.min(first, PRODUCTS))
                            .mapToObj(Product::known)
                            .toList();
                }
                case "_entities" -> {
                    List<Object> representations = field.getArgument("representations");
                    yield representations == null
                            ? List.of()
                            : representations.stream().map(Resolver::entity).toList();
                }
                default -> null;
            };
        }

        private static Row entity(Object representation) {
            Map<String, @Nullable Object> given = Json.fields(representation);
            return given.get("upc") instanceof String upc
                    ? new Product(Integer.parseInt(upc), given)
                    : new User(Integer.parseInt(String.valueOf(given.get("id"))));
        }

        private static @Nullable Object valueOf(User user, String field) {
            return switch (field) {
                case "id" -> Integer.toString(user.number);
                case "name" -> "The user with number " + user.number;
                case "username" -> "user" + user.number;
                case "reviews" -> reviews(USERS, user.number);
                default -> null;
            };
        }

        private static @Nullable Object valueOf(Product product, String field) {
            int number = product.number;
            return switch (field) {
                case "upc" -> Integer.toString(number);
                case "name" -> "Product " + number;
                case "price" -> priceOf(number);
                case "weight" -> weightOf(number);
                case "inStock" -> number % 3 != 0;
                case "shippingEstimate" ->
                    product.given.get("price") instanceof Number price
                                    && product.given.get("weight") instanceof Number weight
                            ? price.intValue() + weight.intValue() / 2
                            : null;
                case "reviews" -> reviews(PRODUCTS, number);
                default -> null;
            };
        }

        private static @Nullable Object valueOf(Review review, String field) {
            int number = review.number;
            return switch (field) {
                case "id" -> Integer.toString(number);
                case "body" ->
                    "Review " + number + ": does what it says, and \"quickly\" at that; I would buy it again.";
                case "author" -> new User(number % USERS);
                case "product" -> Product.known(number % PRODUCTS);
                default -> null;
            };
        }

        private static List<Review> reviews(int modulus, int rest) {
            return IntStream.range(0, REVIEWS)
                    .filter(number -> number % modulus == rest)
                    .mapToObj(Review::new)
                    .toList();
        }

        @Override
        public String typeOf(Object value) {
            return value.getClass().getSimpleName();
        }
    }
}
