package ft.transcendence.composition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reading gives a subgraph or errors, whatever it is given. */
class BrokenSchemaTests {
    private static final String SCHEMA = """
            extend schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", { name: "@tag", as: "@label" }])
              @link(url: "https://example.org/cache/v1.0", as: "stash", import: ["@cache"])
            schema { query: Root mutation: Mutation }
            directive @cache(ttl: Int! = 5, scope: Scope = PUBLIC) repeatable on OBJECT | FIELD_DEFINITION
            enum Scope { PUBLIC @deprecated(reason: "none") PRIVATE }
            "All that can be asked."
            type Root implements Node & Named @cache(ttl: 3) {
              id: ID!
              name(language: String = "en", filter: Filter = { size: 1, tags: ["a"] }): String
              result: Result @label(name: "public")
            }
            interface Node { id: ID! }
            interface Named implements Node { id: ID! name: String }
            type Product @key(fields: "id") { id: ID! price: Float }
            union Result = Root | Product
            input Filter { size: Int = 1 tags: [String!] next: Filter }
            type Mutation { change(input: Filter!): Product }
            scalar Date @specifiedBy(url: "https://example.org/date")
            extend type Product { date: Date }
            """;

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\w+|\\S");

    @Test
    void theSchemaItselfIsRead() {
        assertThat(ReadSubgraph.of(SCHEMA).codes()).isEmpty();
    }

    @Test
    void everyBeginningOfASchemaIsReadOrRefused() {
        for (int length = 0; length < SCHEMA.length(); length++) {
            assertIsReadOrRefused(SCHEMA.substring(0, length));
        }
    }

    @Test
    void everyChangeOfASchemaIsReadOrRefused() {
        Random random = new Random(42);
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(SCHEMA);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        for (int round = 0; round < 3_000; round++) {
            List<String> changed = new ArrayList<>(tokens);
            for (int change = 0; change <= random.nextInt(3); change++) {
                int position = random.nextInt(changed.size());
                switch (random.nextInt(3)) {
                    case 0 -> changed.remove(position);
                    case 1 -> changed.set(position, tokens.get(random.nextInt(tokens.size())));
                    default -> changed.add(position, tokens.get(random.nextInt(tokens.size())));
                }
            }
            assertIsReadOrRefused(String.join(" ", changed));
        }
    }

    private static void assertIsReadOrRefused(String sdl) {
        ReadSubgraph read = ReadSubgraph.of(sdl);
        assertThat(read.subgraph().isPresent()).as(sdl).isEqualTo(read.errors().isEmpty());
    }
}
