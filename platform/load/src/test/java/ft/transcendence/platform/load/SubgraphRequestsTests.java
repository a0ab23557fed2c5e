package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubgraphRequestsTests {

    @Test
    void sumsOnlyRequestsToTheGraphqlEndpoint() {
        assertThat(SubgraphRequests.sum("""
                        http_server_requests_seconds_count{method="POST",status="200",uri="/graphql"} 40.0
                        http_server_requests_seconds_count{method="POST",status="401",uri="/graphql"} 2.0
                        http_server_requests_seconds_sum{method="POST",status="200",uri="/graphql"} 99.0
                        http_server_requests_seconds_count{method="GET",status="200",uri="/actuator/prometheus"} 7.0
                        """)).hasValue(42);
    }

    @Test
    void areUnknownWithoutTheMetric() {
        assertThat(SubgraphRequests.sum("jvm_threads_live_threads 40.0\n")).isEmpty();
    }
}
