package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A session that ends in Keycloak has ended at the gateway by the next request, although its access token is valid for minutes. */
@BrowserTest
class EndedSessionTests {

    /** Opens a stream; the page records its events until the end. */
    private static final String OPEN_STREAM = """
            async (url) => {
              const response = await fetch(url + '/graphql', {
                method: 'POST',
                headers: {'content-type': 'application/json', accept: 'text/event-stream', 'x-requested-with': 'e2e'},
                body: JSON.stringify({query: 'subscription { myMatches { id } }'}),
              });
              window.stream = response.text();
              return response.status;
            }""";

    private static final String WHAT_CAME = """
            () => Promise.race([window.stream, new Promise((late) => setTimeout(late, 10000, 'still open'))])""";

    private final Platform platform;
    private final Realm realm;

    EndedSessionTests(Platform platform) {
        this.platform = platform;
        this.realm = new Realm(platform);
    }

    @Test
    void administratorEndsAPlayersSessionsAndTheirStreams(Visitor visitor, Visitor elsewhere) {
        visitor.logIn("ken");
        elsewhere.logIn("ken");
        assertThat(visitor.page().evaluate(OPEN_STREAM, platform.url())).isEqualTo(200);

        realm.endSessionsOf(idOf(visitor));

        assertThat(visitor.username()).isEmpty();
        assertThat(elsewhere.username()).isEmpty();
        assertThat(visitor.page().evaluate(WHAT_CAME)).asString().contains("UNAUTHENTICATED");
    }

    @Test
    void administratorEndsOneSession(Visitor visitor, Visitor elsewhere) {
        visitor.logIn("margaret");
        String session = realm.sessionsOf(idOf(visitor)).getFirst();
        elsewhere.logIn("margaret");

        realm.endSession(session);

        assertThat(visitor.username()).isEmpty();
        assertThat(elsewhere.username()).isEqualTo("margaret");
    }

    @Test
    void changedPasswordEndsTheSessionsOfOtherBrowsers(Visitor visitor, Visitor elsewhere) {
        realm.register("katherine", Visitor.PASSWORD);
        visitor.logIn("katherine");
        elsewhere.logIn("katherine");

        assertThat(visitor.changePassword(Visitor.PASSWORD, "Another-" + Visitor.PASSWORD))
                .isEqualTo("[]");

        assertThat(elsewhere.username()).isEmpty();
        assertThat(visitor.username()).isEqualTo("katherine");
    }

    @Test
    void deletedAccountIsLoggedOutEverywhere(Visitor visitor, Visitor elsewhere) {
        visitor.logInWith42("enoether");
        elsewhere.logInWith42("enoether");

        String receipt = visitor.execute(
                        "mutation { deleteAccount(confirmation: \"enoether\") { receipt { id } errors { code } } }")
                .data("/deleteAccount/receipt/id")
                .asString("");

        assertThat(receipt).isNotEmpty();
        assertThat(elsewhere.username()).isEmpty();
        assertThat(visitor.username()).isEmpty();
    }

    private static String idOf(Visitor visitor) {
        return visitor.execute("{ viewer { id } }").data("/viewer/id").asString();
    }
}
