package ft.transcendence.composition.selection;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.reader.SubgraphReader;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionResolverTests {
    private static final Subgraph SUBGRAPH = SubgraphReader.read(new SubgraphInput("products", "", """
                            type Query { product: Product }
                            type Product {
                                id: ID!
                                maker: Maker
                                price(currency: Currency, options: Options, amounts: [Int!]): Int
                            }
                            type Maker { name: String home: String }
                            enum Currency { EUR }
                            input Options { vat: Boolean! }
                            """), new Findings())
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | id",
                "{ id, maker { name } } | id maker { name }",
                "maker { name } id maker { home name } | id maker { home name }",
                "a: id b: id | a: id b: id",
                "price(amounts: 1) price | price price(amounts: 1)",
                "price(amounts: [1], currency: EUR) | price(amounts: [1], currency: EUR)",
                "... on Maker { name } ... on Maker { home } | ... on Maker { home name }"
            })
    void mergesAndSorts(String text, String sorted) {
        assertThat(resolve(text)).isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> assertThat(
                        resolved.selections().sorted())
                .isEqualTo(sorted));
    }

    @Test
    void printsInTheOrderOfTheText() {
        assertThat(resolve("maker { name } id maker { home }"))
                .isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> assertThat(resolved.selections())
                        .hasToString("maker { name home } id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price(currency: USD)",
                "price(currency: 1)",
                "price(options: {unknown: 1})",
                "price(options: {vat: null})",
                "price(options: true)",
                "price(amounts: [1, null])",
                "price(amounts: 2147483648)",
                "price(unknown: 1)"
            })
    void refusesArgumentsThatDoNotFit(String text) {
        assertThat(resolve(text)).isInstanceOf(Resolution.Unresolved.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"price(currency: \"EUR\")", "price(options: {})", "price(amounts: null)", "price(currency: $any)"})
    void acceptsArgumentsThatFit(String text) {
        assertThat(resolve(text)).isInstanceOf(Resolution.Resolved.class);
    }

    @Test
    void visitsTheFieldsBeforeTheFirstMistake() {
        Resolution resolution = resolve("maker { name unknown } id");
        assertThat(resolution).isInstanceOf(Resolution.Unresolved.class);
        assertThat(coordinates(resolution)).containsExactly("Product.maker", "Maker.name");
    }

    @Test
    void visitsNothingOfWhatIsNoSelection() {
        assertThat(resolve("id { ").visited()).isEmpty();
    }

    private static Resolution resolve(String text) {
        return SelectionResolver.of(SUBGRAPH.schema(), SUBGRAPH.links())
                .resolve(SUBGRAPH.schema().type("Product").orElseThrow(), text);
    }

    private static List<String> coordinates(Resolution resolution) {
        return resolution.visited().stream().map(Element::coordinate).toList();
    }
}
