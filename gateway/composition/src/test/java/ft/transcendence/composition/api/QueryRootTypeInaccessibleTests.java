package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

final class QueryRootTypeInaccessibleTests {

    @Test
    void theRootTypeForQueriesIsVisible() {
        assertThat(refused("schema { query: Root } type Root @inaccessible { a: Int }")
                        .message())
                .isEqualTo("Query is the root type for queries and cannot be @inaccessible");
    }

    @Test
    void otherRootTypesMayBeHidden() {
        assertThat(codes("type Query { a: Int } type Mutation @inaccessible { b: Int }"))
                .isEmpty();
    }

    private static CompositionError refused(String... schemas) {
        CompositionError error = error(schemas);
        assertThat(error.code()).isEqualTo(ErrorCode.QUERY_ROOT_TYPE_INACCESSIBLE);
        return error;
    }
}
