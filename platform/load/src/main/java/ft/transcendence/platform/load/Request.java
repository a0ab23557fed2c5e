package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import java.util.function.Consumer;

/**
 * A GraphQL request and its expected response.
 *
 * @param token the caller's access token
 * @param body the JSON body
 * @param check throws {@link UnexpectedResponseException} if the response is not the expected one
 */
record Request(String token, String body, Consumer<String> check) {}
