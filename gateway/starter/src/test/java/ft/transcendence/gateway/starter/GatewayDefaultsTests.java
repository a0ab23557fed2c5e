package ft.transcendence.gateway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.mock.env.MockEnvironment;

class GatewayDefaultsTests {
    private static final String PORT = "management.server.port";

    private final MockEnvironment environment = new MockEnvironment();
    private final SpringApplication application = new SpringApplication();

    GatewayDefaultsTests() {
        application.setWebApplicationType(WebApplicationType.REACTIVE);
    }

    @Test
    void keepManagementAwayFromClients() {
        addDefaults();

        assertThat(environment.getProperty(PORT)).isEqualTo("9080");
        assertThat(environment.getProperty("server.forward-headers-strategy")).isEqualTo("none");
    }

    @Test
    void yieldToTheApplicationsSettings() {
        environment.setProperty(PORT, "8081");
        addDefaults();

        assertThat(environment.getProperty(PORT)).isEqualTo("8081");
    }

    @Test
    void areLeftOutWithoutAGateway() {
        environment.setProperty("gateway.enabled", "false");
        addDefaults();

        assertThat(environment.getProperty(PORT)).isNull();
    }

    @Test
    void areLeftOutOfAServletApplication() {
        application.setWebApplicationType(WebApplicationType.SERVLET);
        addDefaults();

        assertThat(environment.getProperty(PORT)).isNull();
    }

    private void addDefaults() {
        new GatewayDefaults().postProcessEnvironment(environment, application);
    }
}
