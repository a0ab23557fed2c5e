package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.error.GatewayErrorException;

/** One operation of a batch. */
sealed interface BatchEntry {
    record Operation(GraphQLRequest request) implements BatchEntry {}

    /** One that is refused alone; the others are executed. */
    record Refused(GatewayErrorException reason) implements BatchEntry {}
}
