package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListSizeUsesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "list: [Int] @listSize(assumedSize: 10)",
                "list: [Int!]! @listSize(assumedSize: 0)",
                "list(first: Int, last: Int!): [Int] @listSize(slicingArguments: [\"first\", \"last\"])",
                "page: Page @listSize(sizedFields: [\"items\", \"edges\"])",
                "list: [Int] @listSize(slicingArguments: null, sizedFields: null)"
            })
    void acceptsListsAndSizedFields(String field) {
        assertThat(query(field).codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIST_SIZE_APPLIED_TO_NON_LIST | page: Page @listSize(assumedSize: 1)",
                "LIST_SIZE_APPLIED_TO_NON_LIST | page: Page @listSize(sizedFields: [])",
                "LIST_SIZE_APPLIED_TO_NON_LIST | page: Page @listSize(sizedFields: [\"total\"])",
                "LIST_SIZE_INVALID_ASSUMED_SIZE | list: [Int] @listSize(assumedSize: -1)",
                "LIST_SIZE_INVALID_SIZED_FIELD | page: Page @listSize(sizedFields: [\"unknown\"])",
                "LIST_SIZE_INVALID_SIZED_FIELD | page: Page @listSize(sizedFields: \"items\")",
                "LIST_SIZE_INVALID_SIZED_FIELD | list: [Int] @listSize(sizedFields: [\"items\"])",
                "LIST_SIZE_INVALID_SLICING_ARGUMENT | list(first: Int): [Int] @listSize(slicingArguments: [\"last\"])",
                "LIST_SIZE_INVALID_SLICING_ARGUMENT | list(first: String): [Int] @listSize(slicingArguments: [\"first\"])",
                "LIST_SIZE_INVALID_SLICING_ARGUMENT | list(first: [Int]): [Int] @listSize(slicingArguments: [\"first\"])"
            })
    void refusesWhatTellsNoSize(ErrorCode code, String field) {
        assertThat(query(field).codes()).containsExactly(code);
    }

    @Test
    void namesTheUseAndTheField() {
        CheckedSubgraph checked = query("list: [Int] @listSize(assumedSize: -1)");
        assertThat(checked.message())
                .isEqualTo(
                        "[products] @listSize(assumedSize: -1) does not fit \"Query.list\": the assumed size -1 is negative");
        assertThat(checked.places()).containsExactly("1:26");
    }

    private static CheckedSubgraph query(String field) {
        return CheckedSubgraph.of("type Query { " + field + " }\ntype Page { items: [Int] edges: [Int!]! total: Int }");
    }
}
