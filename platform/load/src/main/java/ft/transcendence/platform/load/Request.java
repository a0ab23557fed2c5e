package ft.transcendence.platform.load;

import java.util.function.Consumer;

/**
 * One request.
 *
 * @param token the caller's access token
 * @param body the JSON to post
 * @param check throws {@link UnexpectedResponseException} when the answer is not the right one
 */
record Request(String token, String body, Consumer<String> check) {}
