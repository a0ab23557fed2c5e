package ft.transcendence.gateway.login;

import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import reactor.core.publisher.Mono;

/** Makes sure that the tokens of one session are refreshed by one gateway at a time. */
interface RefreshTurns {
    /** There is no other gateway. */
    RefreshTurns ALONE = (session, tokens, refresh) -> refresh;

    /**
     * Refreshes tokens, or waits for the gateway that does.
     *
     * @param session the session's id
     * @param tokens the tokens that are to be refreshed
     * @param refresh refreshes them and saves the session
     * @return the session's new tokens
     */
    Mono<OAuth2AuthorizedClient> take(
            String session, OAuth2AuthorizedClient tokens, Mono<OAuth2AuthorizedClient> refresh);
}
