package ft.transcendence.composition.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.CompositionOptions;
import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.CompositionTester;
import ft.transcendence.composition.ContractOptions;
import ft.transcendence.composition.ContractOptions.UnreachableTypes;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.composer.Composer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContractTests {
    private static final ContractOptions WITHOUT_INTERNAL =
            new ContractOptions(Set.of(), Set.of("internal"), UnreachableTypes.KEPT);
    private static final ContractOptions ONLY_PUBLIC =
            new ContractOptions(Set.of("public"), Set.of(), UnreachableTypes.KEPT);

    @Test
    void excludesWhatHasATag() {
        String api = api(WITHOUT_INTERNAL, """
                type Query { a(x: Int, y: Int @tag(name: "internal")): Int secret: Int @tag(name: "internal") t: T }
                type T { a: Int @tag(name: "other") b: Int @tag(name: "internal") }
                """);
        assertThat(api).contains("a(x: Int): Int").doesNotContain("secret").doesNotContain("b: Int");
    }

    @Test
    void aTagOfATypeCoversWhatIsInIt() {
        String api = api(WITHOUT_INTERNAL, """
                type Query { a: Int u: U }
                type T @tag(name: "internal") { a: Int }
                type V { a: Int }
                union U = T | V
                enum E @tag(name: "internal") { A }
                """);
        assertThat(api).contains("union U = V").doesNotContain("type T").doesNotContain("enum E");
    }

    @Test
    void includesOnlyWhatHasATag() {
        String api = api(ONLY_PUBLIC, """
                type Query { t: T @tag(name: "public") a: Int }
                type T @tag(name: "public") { a(x: Int): Int }
                type Other { a: Int }
                """);
        assertThat(api).contains("t: T").contains("a(x: Int): Int").doesNotContain("Other");
        assertThat(api).doesNotContain("  a: Int");
    }

    @Test
    void excludedGoesBeforeIncluded() {
        ContractOptions both = new ContractOptions(Set.of("public"), Set.of("internal"), UnreachableTypes.KEPT);
        String api = api(both, """
                type Query @tag(name: "public") { a: Int b: Int @tag(name: "internal") }
                """);
        assertThat(api).contains("a: Int").doesNotContain("b: Int");
    }

    @Test
    void aTypeOfWhichNothingIsShownIsHidden() {
        String api = api(WITHOUT_INTERNAL, """
                type Query { a: Int t: T @tag(name: "internal") }
                type T { a: Int @tag(name: "internal") }
                """);
        assertThat(api).doesNotContain("type T");
    }

    @Test
    void tagsOfAllSubgraphsCountTogether() {
        String api = api(
                WITHOUT_INTERNAL,
                "type Query { t: T } type T @key(fields: \"id\") { id: ID! a: Int @shareable }",
                "type T @key(fields: \"id\") { id: ID! a: Int @shareable @tag(name: \"internal\") }");
        assertThat(api).contains("id: ID!").doesNotContain("a: Int");
    }

    @Test
    void keysAndRequirementsMayBeHidden() {
        String api = api(
                WITHOUT_INTERNAL,
                "type Query { t: T } type T @key(fields: \"id\") { id: ID! @tag(name: \"internal\") weight: Int @tag(name: \"internal\") }",
                "type T @key(fields: \"id\") { id: ID! weight: Int @external price: Int @requires(fields: \"weight\") }");
        assertThat(api).contains("price: Int").doesNotContain("id").doesNotContain("weight");
    }

    @Test
    void subgraphsThatDoNotImportTheDirectiveAreMarkedToo() {
        String link = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@tag\"%s])\n";
        String schema = "type Query { a: Int b: Int @tag(name: \"internal\") c: Int @hidden }";
        assertThat(api(WITHOUT_INTERNAL, link.formatted("") + schema.replace("c: Int @hidden", "")))
                .doesNotContain("b: Int");
        assertThat(api(
                        WITHOUT_INTERNAL,
                        link.formatted(", {name: \"@inaccessible\", as: \"@hidden\"}") + schema,
                        link.formatted("") + "type Query { d: Int @tag(name: \"internal\") }"))
                .contains("a: Int")
                .doesNotContain("b: Int")
                .doesNotContain("c: Int")
                .doesNotContain("d: Int");
    }

    @Test
    void unreachableTypesAreHiddenOnRequest() {
        String schema = """
                type Query { a: Int t: T @tag(name: "internal") i: I }
                type T { v: V }
                type V { a: Int }
                interface I { a: Int }
                type W implements I { a: Int }
                """;
        assertThat(api(WITHOUT_INTERNAL, schema))
                .contains("type T")
                .contains("type V")
                .contains("type W");
        ContractOptions reachable = new ContractOptions(Set.of(), Set.of("internal"), UnreachableTypes.HIDDEN);
        assertThat(api(reachable, schema))
                .doesNotContain("type T")
                .doesNotContain("type V")
                .contains("type W");
    }

    @Test
    void whatIsShownRefersToNothingHidden() {
        assertThat(codes(WITHOUT_INTERNAL, "type Query { t: T } type T @tag(name: \"internal\") { a: Int }"))
                .containsExactly(ErrorCode.REFERENCED_INACCESSIBLE);
        assertThat(codes(ONLY_PUBLIC, "type Query { a: Int }")).containsExactly(ErrorCode.ONLY_INACCESSIBLE_CHILDREN);
    }

    private static CompositionResult compose(ContractOptions contract, String... schemas) {
        List<SubgraphInput> inputs = new ArrayList<>();
        for (String schema : schemas) {
            String name = String.valueOf((char) ('a' + inputs.size()));
            inputs.add(
                    new SubgraphInput(name, "", schema.contains("@link(") ? schema : CompositionTester.LINK + schema));
        }
        return Composer.compose(inputs, new CompositionOptions(contract));
    }

    private static String api(ContractOptions contract, String... schemas) {
        if (compose(contract, schemas) instanceof CompositionResult.Composed composed) {
            return composed.apiSdl();
        }
        throw new AssertionError(compose(contract, schemas));
    }

    private static List<ErrorCode> codes(ContractOptions contract, String... schemas) {
        return compose(contract, schemas) instanceof CompositionResult.Refused refused
                ? refused.errors().stream()
                        .map(CompositionError::code)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }
}
