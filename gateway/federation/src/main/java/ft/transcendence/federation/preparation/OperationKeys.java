package ft.transcendence.federation.preparation;

import ft.transcendence.federation.GraphQLRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What finds an operation in each form that is cached. None holds a value of a client but the document's own, which is as short as it may be. */
final class OperationKeys {

    private OperationKeys() {}

    private static long text(String text) {
        // one byte for each character if it can be, else two
        return 48L + (text.chars().allMatch(character -> character < 256) ? text.length() : 2L * text.length());
    }

    /** A document as it was sent. Long ones, most of which are literals, are seldom sent again: they are parsed each time. */
    record OfDocument(String query, @Nullable String operationName) implements WeightedCache.Key<PreparedOperation> {

        OfDocument(GraphQLRequest request) {
            this(request.query(), request.operationName());
        }

        @Override
        public long heaviest(long budget) {
            return budget / 512;
        }

        long weight() {
            return 64 + text(query) + (operationName == null ? 0 : text(operationName));
        }
    }

    /** An operation without its literals, and the values of the variables that decide what is selected. */
    record OfVariant(String shape, String conditions) implements WeightedCache.Key<OperationVariant> {

        @Override
        public long heaviest(long budget) {
            return budget / 32;
        }

        long weight() {
            return 160 + text(conditions);
        }
    }

    /**
     * A normal form as it is planned.
     *
     * @param operation {@link OperationVariant#key}
     * @param unmet what of the caller the plan and its errors depend on
     */
    record OfPlan(String operation, String unmet, Set<String> activeLabels)
            implements WeightedCache.Key<ExecutableOperation> {

        @Override
        public long heaviest(long budget) {
            return budget / 32;
        }

        long weight() {
            return 200 + text(unmet) + activeLabels.size() * 64L;
        }
    }
}
