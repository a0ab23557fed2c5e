package ft.transcendence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class ProviderAvailabilityFilterTests {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final AtomicInteger questions = new AtomicInteger();
    private boolean unavailable;

    private final ProviderAvailabilityFilter filter = new ProviderAvailabilityFilter(
            WebClient.builder().exchangeFunction(request -> keys()).build(), URI.create("http://provider/keys"), time);

    @AfterEach
    void stopTime() {
        time.dispose();
    }

    @Test
    void oneProbeServesAllRequestsWithinASecond() {
        assertThat(statusOf("/login")).isEqualTo(HttpStatus.OK);
        unavailable = true;
        time.advanceTimeBy(Duration.ofMillis(999));
        assertThat(statusOf("/login/42")).isEqualTo(HttpStatus.OK);
        assertThat(questions).hasValue(1);

        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(statusOf("/login")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(questions).hasValue(2);
    }

    @Test
    void noticesWithinASecondThatTheProviderIsBack() {
        unavailable = true;
        assertThat(statusOf("/login")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        unavailable = false;
        assertThat(statusOf("/login")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);

        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(statusOf("/login")).isEqualTo(HttpStatus.OK);
    }

    @Test
    void probesForLoginsOnly() {
        unavailable = true;
        assertThat(statusOf("/")).isEqualTo(HttpStatus.OK);
        assertThat(questions).hasValue(0);
    }

    private Mono<ClientResponse> keys() {
        questions.incrementAndGet();
        return unavailable
                ? Mono.error(new ProviderUnavailableException())
                : Mono.just(ClientResponse.create(HttpStatus.OK).build());
    }

    private HttpStatusCode statusOf(String path) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        filter.filter(exchange, passed -> {
                    passed.getResponse().setStatusCode(HttpStatus.OK);
                    return Mono.empty();
                })
                .block(Duration.ofSeconds(5));
        return Objects.requireNonNull(exchange.getResponse().getStatusCode());
    }
}
