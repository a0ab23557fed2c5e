package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFormatTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | JSON",
                "*/* | JSON",
                "application/json | JSON",
                "application/graphql-response+json | GRAPHQL_RESPONSE",
                "application/graphql-response+json, application/json;q=0.9 | GRAPHQL_RESPONSE",
                "application/json, application/graphql-response+json;q=0.9 | JSON",
                "application/json;q=0.5, application/graphql-response+json | GRAPHQL_RESPONSE",
                "APPLICATION/JSON; charset=utf-8 | JSON",
                "text/html, */*;q=0.1 | JSON",
                "text/event-stream | EVENT_STREAM",
                "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json | MULTIPART",
                "multipart/mixed; boundary=\"graphql\"; subscriptionSpec=\"1.0\", application/json;q=0.9 | MULTIPART",
                "multipart/mixed;deferSpec=20220824,application/json | DEFERRED",
                "multipart/mixed; boundary=\"-\"; deferSpec=20220824, application/json;q=0.9 | DEFERRED",
                "multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9 | INCREMENTAL",
                "multipart/mixed;deferSpec=20991231,application/json | JSON",
                "multipart/mixed | none",
                "text/html | none",
                "application/json;q=0 | none",
                "application/json;q=nonsense | none",
            })
    void selectsThePreferredFormat(@Nullable String accept, @Nullable ResponseFormat expected) {
        assertThat(ResponseFormat.negotiate(accept)).isEqualTo(expected);
    }
}
