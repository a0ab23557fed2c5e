package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The gateway does not have the identity provider's keys yet, and cannot fetch them. */
@TestPropertySource(properties = "gateway.identity.jwks-url=http://127.0.0.1:1/keys")
class KeysOutageTests extends GatewayTests {
    @Test
    void unverifiableCallerIsToldToRetry() {
        HttpResponse<String> response =
                query("{ __typename }", "authorization", "Bearer " + PROVIDER.token(UUID.randomUUID(), "player"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).hasValue("5");
        assertThat(response.body())
                .contains("\"code\":\"IDENTITY_PROVIDER_UNAVAILABLE\"")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void otherCallersAreUnaffected() {
        assertThat(query("{ __typename }").statusCode()).isEqualTo(200);
        assertThat(query("{ __typename }", "authorization", "Bearer a.b.c").statusCode())
                .isEqualTo(401);
    }
}
