package ft.transcendence.platform.load.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTests {

    @ParameterizedTest
    @CsvSource({
        "ft.transcendence.users.profile.Profiles, OWN",
        "graphql.parser.Parser, PARSING",
        "graphql.execution.ExecutionStrategy, GRAPHQL",
        "com.netflix.graphql.dgs.internal.DefaultDgsQueryExecutor, GRAPHQL",
        "io.micrometer.observation.SimpleObservation, MICROMETER",
        "org.springframework.security.web.ObservationFilterChainDecorator$ObservationFilter, MICROMETER",
        "org.springframework.security.web.FilterChainProxy, SECURITY",
        "org.springframework.web.servlet.DispatcherServlet, SPRING",
        "org.hibernate.internal.SessionImpl, HIBERNATE",
        "org.postgresql.jdbc.PgPreparedStatement, JDBC",
        "com.zaxxer.hikari.pool.HikariPool, JDBC",
        "org.apache.coyote.http11.Http11Processor, TOMCAT",
        "org.apache.kafka.clients.consumer.KafkaConsumer, KAFKA",
        "reactor.core.publisher.Mono, NETTY"
    })
    void isThatOfTheInnermostFrameWithOne(String name, Layer layer) {
        assertThat(Layer.of(List.of("java.util.HashMap", name, "ft.transcendence.users.account.Accounts")))
                .isEqualTo(layer);
    }

    @Test
    void countsTheJdkForItsCaller() {
        assertThat(Layer.of(List.of(
                        "sun.security.rsa.RSACore",
                        "java.security.Signature",
                        "com.nimbusds.jose.crypto.RSASSAVerifier",
                        "org.springframework.security.oauth2.jwt.NimbusJwtDecoder",
                        "org.apache.catalina.core.ApplicationFilterChain")))
                .isEqualTo(Layer.SECURITY);
    }

    @Test
    void isTheJdkWithoutAnotherCaller() {
        assertThat(Layer.of(List.of("java.lang.Thread"))).isEqualTo(Layer.JDK);
        assertThat(Layer.of(List.of())).isEqualTo(Layer.JDK);
    }
}
