package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.SubgraphServer;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;

/** Whether an operation is valid for the consumer schema of a supergraph. */
final class OperationCheck {

    private final GraphQLSchema schema;

    OperationCheck(String supergraph) {
        this.schema = SubgraphServer.typesOf(ConsumerSchema.of(supergraph));
    }

    boolean isValid(String operation) {
        try {
            return !ParseAndValidate.parseAndValidate(
                            schema, ExecutionInput.newExecutionInput(operation).build())
                    .isFailure();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
