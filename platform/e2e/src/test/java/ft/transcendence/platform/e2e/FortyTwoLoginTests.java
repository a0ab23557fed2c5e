package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins with 42 in a browser, and the ways in which they fail. */
@BrowserTest
class FortyTwoLoginTests {

    private static final String PROFILE =
            "{ viewer { id username displayName firstName lastName avatarUrl campus via42 username42 } }";

    private final Platform platform;

    FortyTwoLoginTests(Platform platform) {
        this.platform = platform;
    }

    @Test
    void firstLoginCreatesAProfileFrom42AndTheNextOneUsesIt(Visitor visitor, Visitor elsewhere) {
        visitor.logInWith42("mcurie");

        var profile = visitor.execute(PROFILE).data("/viewer");
        assertThat(profile.path("username").asString()).isEqualTo("mcurie");
        assertThat(profile.path("displayName").asString()).isEqualTo("mcurie");
        assertThat(profile.path("firstName").asString()).isEqualTo("Marie");
        assertThat(profile.path("campus").asString()).isEqualTo("Paris");
        assertThat(profile.path("via42").asBoolean()).isTrue();
        assertThat(profile.path("username42").asString()).isEqualTo("mcurie");
        assertThat(visitor.execute("{ loginCheck { method twoFactor } }")
                        .data("/loginCheck")
                        .toString())
                .isEqualTo("{\"method\":\"FORTY_TWO\",\"twoFactor\":false}");

        elsewhere.logInWith42("mcurie");

        assertThat(elsewhere.execute(PROFILE).data("/viewer")).isEqualTo(profile);
    }

    @Test
    void studentWithANewLoginNameKeepsTheProfile(Visitor visitor, Visitor elsewhere) {
        visitor.logInWith42("jbaker");
        elsewhere.logInWith42("jbaker");

        assertThat(elsewhere.execute("{ viewer { id } }").data("/viewer/id").asString())
                .isNotEmpty()
                .isEqualTo(
                        visitor.execute("{ viewer { id } }").data("/viewer/id").asString());
    }

    @Test
    void studentWithoutAPortraitLogsIn(Visitor visitor) {
        visitor.logInWith42("enoether");

        assertThat(visitor.username()).isEqualTo("enoether");
    }

    @ParameterizedTest
    @CsvSource({
        "bartleby, Access denied when authenticating with 42",
        "hlamarr, Unexpected error when authenticating with identity provider",
        "rvanwinkle, Unexpected error when authenticating with identity provider"
    })
    void failedLoginAt42ShowsTheReason(String student, String message, Visitor visitor) {
        visitor.beginLoginWith42(student);

        visitor.page().waitForURL(address -> address.startsWith(platform.keycloakUrl()));
        assertThat(visitor.page().locator("body").innerText())
                .contains(message)
                .doesNotContain("Exception", "\tat ", "org.keycloak");
        visitor.open("/graphiql");
        assertThat(visitor.username()).isEmpty();
    }
}
