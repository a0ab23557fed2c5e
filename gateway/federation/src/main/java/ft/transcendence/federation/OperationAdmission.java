package ft.transcendence.federation;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Decides about an operation when it is known what it selects, and before it is planned and executed: whether it may be executed, and which
 * policies of {@code @policy} its caller meets. A host gives one to the {@link RequestContext}; without one, nothing is spent.
 */
@FunctionalInterface
public interface OperationAdmission {

    /**
     * Called once for each request whose operation is valid and within the limits, by the thread that does the work, which it must not block. A
     * stage that never completes delays the response forever, so the host limits its time.
     *
     * @return the decision; if it completes exceptionally, that is a defect of the host, and so is the request's result
     */
    CompletionStage<Decision> admit(OperationSummary operation);

    /** The outcome. */
    sealed interface Decision {

        /**
         * The operation is executed.
         *
         * @param policies those that the caller meets, in addition to {@link Caller#policies}. Fields that need others are denied
         */
        record Admitted(Set<String> policies) implements Decision {
            public Admitted {
                policies = Set.copyOf(policies);
            }
        }

        /**
         * The client gets an error instead.
         *
         * @param kind any but {@link GraphQLResponse.Kind#EXECUTED}
         * @param code the error's {@code extensions.code}
         */
        record Refused(GraphQLResponse.Kind kind, String message, String code) implements Decision {
            public Refused {
                if (kind == GraphQLResponse.Kind.EXECUTED || kind == GraphQLResponse.Kind.PART) {
                    throw new IllegalArgumentException("A refused operation is not executed");
                }
            }
        }
    }
}
