package ft.transcendence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.ratelimit.TokenBucketsFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class LoginRateLimitTests {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private final LoginRateLimit limit = new LoginRateLimit(
            new LoginProperties.Limits(2, 3, 2, 100), (name, size) -> TokenBucketsFactory.inMemory(size, now::get));

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/42", "/login/oauth2/code/keycloak?code=a&state=b", "/logout"})
    void limitsTheLoginsOfAnAddress(String path) {
        for (int i = 0; i < 3; i++) {
            assertThat(statusOf(path, "192.0.2.1")).isEqualTo(HttpStatus.OK);
        }
        assertThat(statusOf(path, "192.0.2.1")).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(statusOf(path, "192.0.2.2")).isEqualTo(HttpStatus.OK);

        now.updateAndGet(before -> before.plus(Duration.ofMillis(500)));

        assertThat(statusOf(path, "192.0.2.1")).isEqualTo(HttpStatus.OK);
        assertThat(statusOf(path, "192.0.2.1")).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void countsASubscriberByPrefix() {
        for (int i = 0; i < 3; i++) {
            assertThat(statusOf("/login", "2001:db8:0:1::" + i)).isEqualTo(HttpStatus.OK);
        }
        assertThat(statusOf("/login", "2001:db8:0:1:ffff::")).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(statusOf("/login", "2001:db8:0:2::")).isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/graphiql", "/logins", "/logout/backchannel"})
    void doesNotLimitOtherRequests(String path) {
        for (int i = 0; i < 10; i++) {
            assertThat(statusOf(path, "192.0.2.1")).isEqualTo(HttpStatus.OK);
        }
    }

    @Test
    void countsInvalidLogoutTokensOnly() {
        InetSocketAddress provider = new InetSocketAddress("192.0.2.3", 1);
        for (int i = 0; i < 10; i++) {
            assertThat(limit.acceptsLogoutTokens(provider)).isTrue();
        }
        limit.countInvalidToken(provider);
        assertThat(limit.acceptsLogoutTokens(provider)).isTrue();
        limit.countInvalidToken(provider);
        assertThat(limit.acceptsLogoutTokens(provider)).isFalse();

        now.updateAndGet(before -> before.plus(Duration.ofSeconds(1)));

        assertThat(limit.acceptsLogoutTokens(provider)).isTrue();
    }

    private HttpStatus statusOf(String path, String address) {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get(path).remoteAddress(new InetSocketAddress(address, 1)));
        limit.filter(
                        exchange,
                        passed -> Mono.fromRunnable(() -> passed.getResponse().setStatusCode(HttpStatus.OK)))
                .block();
        HttpStatus status = (HttpStatus) exchange.getResponse().getStatusCode();
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After"))
                    .isEqualTo("1");
        }
        return status == null ? HttpStatus.OK : status;
    }
}
