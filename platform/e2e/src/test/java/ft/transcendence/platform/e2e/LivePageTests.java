package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Matches that a page follows live with only its session cookie. */
@BrowserTest
class LivePageTests {

    /** Returns the first event of a stream, or the status with which it was refused. */
    private static final String FIRST_EVENT = """
            async ([url, subscription, headers]) => {
              const response = await fetch(url, {
                method: 'POST',
                headers: {'content-type': 'application/json', accept: 'text/event-stream', ...headers},
                body: JSON.stringify({query: subscription}),
              });
              if (!response.ok) return String(response.status);
              const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
              for (let text = ''; ;) {
                const {done, value} = await reader.read();
                text += value ?? '';
                const event = /data: (.*)\\n/.exec(text);
                if (event || done) { await reader.cancel(); return event?.[1] ?? 'ended: ' + text; }
              }
            }""";

    /** Returns the first result of a subscription, or the status with which the socket was closed. */
    private static final String FIRST_RESULT = """
            ([url, subscription]) => new Promise((resolve) => {
              const socket = new WebSocket(url, 'graphql-transport-ws');
              socket.onopen = () => socket.send(JSON.stringify({type: 'connection_init'}));
              socket.onclose = (event) => resolve('closed ' + event.code);
              socket.onmessage = ({data}) => {
                const message = JSON.parse(data);
                if (message.type === 'connection_ack') {
                  socket.send(JSON.stringify({id: '1', type: 'subscribe', payload: {query: subscription}}));
                } else if (message.type === 'next') {
                  resolve(JSON.stringify(message.payload));
                  socket.close();
                } else if (message.type === 'error') {
                  resolve(JSON.stringify(message.payload));
                }
              };
            })""";

    private final Platform platform;
    private final GameServer gameServer;

    LivePageTests(Platform platform) {
        this.platform = platform;
        this.gameServer = new GameServer(new GraphQL(platform.url()), platform.gameServerToken());
    }

    @Test
    void pageFollowsAMatchWithOnlyTheSessionCookie(Visitor visitor, Visitor opponent) {
        visitor.logIn("frances");
        opponent.logIn("tim");
        String match = gameServer.start(idOf(visitor), idOf(opponent));
        String subscription =
                "subscription { matchUpdated(matchId: \"" + match + "\") { status players { user { displayName } } } }";
        String url = platform.url() + "/graphql";
        String expected =
                "{\"data\":{\"matchUpdated\":{\"status\":\"LIVE\",\"players\":[{\"user\":{\"displayName\":\"frances\"}},"
                        + "{\"user\":{\"displayName\":\"tim\"}}]}}}";

        assertThat(visitor.page().evaluate(FIRST_EVENT, List.of(url, subscription, Map.of("x-requested-with", "e2e"))))
                .isEqualTo(expected);
        assertThat(visitor.page().evaluate(FIRST_EVENT, List.of(url, subscription, Map.of())))
                .as("a cookie without the proof of the same site")
                .isEqualTo("403");
        assertThat(visitor.page().evaluate(FIRST_RESULT, List.of(webSocketUrl(), subscription)))
                .isEqualTo(expected);

        visitor.page().navigate(platform.fortyTwoUrl() + "/health");
        assertThat(visitor.page().evaluate(FIRST_RESULT, List.of(webSocketUrl(), subscription)))
                .as("a page of another origin in the same browser")
                .isEqualTo("closed 1006");
        gameServer.finish(match, "page-" + match);
    }

    @Test
    void pageOfAnAnonymousVisitorCannotFollow(Visitor visitor) {
        visitor.open("/graphiql");

        Object refused =
                visitor.page().evaluate(FIRST_RESULT, List.of(webSocketUrl(), "subscription { myMatches { id } }"));

        assertThat(JsonMapper.shared()
                        .readTree((String) refused)
                        .findValue("code")
                        .asString())
                .isEqualTo("UNAUTHENTICATED");
    }

    private String webSocketUrl() {
        return platform.url().replace("http:", "ws:") + "/graphql";
    }

    private static String idOf(Visitor visitor) {
        return visitor.execute("{ viewer { id } }").data("/viewer/id").asString();
    }
}
