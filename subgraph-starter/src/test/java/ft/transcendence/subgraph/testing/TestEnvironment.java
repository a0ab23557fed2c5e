package ft.transcendence.subgraph.testing;

import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import ft.transcendence.platform.servers.testing.TestServers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Configures an application under test to use the test servers. */
public final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The credential that the application under test shares with its gateway. */
    public static final String GATEWAY_CREDENTIAL = "the-gateway-credential-of-the-tests";

    private static final Map<String, TestDatabase> databases = new ConcurrentHashMap<>();

    static {
        TestServers.stopBy(SpringApplication.getShutdownHandlers()::add);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String application = context.getEnvironment().getRequiredProperty("spring.application.name");
        TestDatabase database = databases.computeIfAbsent(application, TestServers.postgres()::createDatabase);
        TestPropertyValues.of(Map.of(
                        "spring.datasource.url", database.jdbcUrl(),
                        "spring.datasource.username", database.username(),
                        "spring.datasource.password", database.password(),
                        "spring.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers(),
                        "subgraph.gateway.credential", GATEWAY_CREDENTIAL,
                        // on, and nothing is recorded
                        "subgraph.tracing.endpoint", "http://127.0.0.1:1",
                        "subgraph.tracing.sampling", "0",
                        "subgraph.token.issuer", TestIdentity.instance().issuer()))
                .applyTo(context);
    }
}
