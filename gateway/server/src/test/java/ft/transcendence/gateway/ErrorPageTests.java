package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

@Import(ErrorPageTests.FailingPages.class)
class ErrorPageTests extends GatewayTests {
    @TestConfiguration(proxyBeanMethods = false)
    static class FailingPages {
        @Bean
        RouterFunction<ServerResponse> failingPages() {
            return RouterFunctions.route()
                    .GET(
                            "/fails/{status}",
                            request -> Mono.error(new ResponseStatusException(
                                    HttpStatus.valueOf(Integer.parseInt(request.pathVariable("status"))),
                                    "a secret reason")))
                    .GET("/breaks", request -> Mono.error(new IllegalStateException("a secret at 10.0.0.1")))
                    .build();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing/here, 404, NOT_FOUND, There is nothing at this address",
        "/fails/400, 400, MALFORMED_REQUEST, The request is malformed",
        "/fails/405, 405, METHOD_NOT_ALLOWED, This address does not support that method",
        "/fails/503, 503, UNAVAILABLE, This page is unavailable; try again in a moment",
        "/fails/500, 500, INTERNAL_ERROR, Something went wrong on our side",
        "/breaks, 500, INTERNAL_ERROR, Something went wrong on our side"
    })
    void describesTheErrorToPeopleAndProgramsWithoutInternals(String path, int status, String code, String message) {
        HttpResponse<String> page = get(path, "accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page.body()).startsWith("<!doctype html>").contains("<h1>" + message + "</h1>");

        HttpResponse<String> json = get(path, "accept", "application/json");
        assertThat(json.statusCode()).isEqualTo(status);
        assertThat(json.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(json.body())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}");

        assertThat(page.body() + json.body()).doesNotContain("secret", "Exception", "Whitelabel", "trace", path);
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @ParameterizedTest
    @CsvSource({"/graphiql, 405", "/nothing, 404"})
    void respondsToEveryMethod(String path, int status) {
        assertThat(send(request(path).POST(BodyPublishers.ofString("x"))).statusCode())
                .isIn(status, 404);
    }
}
