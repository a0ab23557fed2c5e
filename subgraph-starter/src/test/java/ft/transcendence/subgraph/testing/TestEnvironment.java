package ft.transcendence.subgraph.testing;

import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application under test at the test servers. */
public final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The secret the application under test shares with its gateway. */
    public static final String GATEWAY_CREDENTIAL = "the-gateway-credential-of-the-tests";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(Map.of(
                        "spring.datasource.url",
                        TestServers.postgres().getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username",
                        "postgres",
                        "spring.datasource.password",
                        "",
                        "spring.kafka.bootstrap-servers",
                        TestServers.kafka().getBrokersAsString(),
                        "subgraph.gateway.credential",
                        GATEWAY_CREDENTIAL,
                        "subgraph.token.issuer",
                        TestIdentity.instance().issuer()))
                .applyTo(context);
    }
}
