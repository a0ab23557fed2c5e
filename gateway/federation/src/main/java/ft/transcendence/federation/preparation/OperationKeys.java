package ft.transcendence.federation.preparation;

import ft.transcendence.federation.GraphQLRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cache keys of an operation's forms. Apart from the document, none of them contains values that a client sent. */
final class OperationKeys {

    private OperationKeys() {}

    private static long text(String text) {
        // a string takes one byte per character if all are Latin-1, else two
        return 48L + (text.chars().allMatch(character -> character < 256) ? text.length() : 2L * text.length());
    }

    /** The client's document. Long ones consist of literals mostly and are rarely sent again, so they are not cached. */
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

    /** An operation without its literals, and the values of the variables in {@code @skip} and {@code @include}. */
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
     * A normal form as it is planned for some callers.
     *
     * @param operation {@link OperationVariant#key}
     * @param unmet which requirements the callers do not meet
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
