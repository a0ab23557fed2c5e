package ft.transcendence.gateway;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.client.ReactorResourceFactory;

/** Starts the standalone gateway on a free port. */
public final class StandaloneGateway {
    private StandaloneGateway() {}

    /** @param settings as {@code name=value} */
    public static ConfigurableApplicationContext start(String... settings) {
        return start(Map.of(), settings);
    }

    /** @param variables environment variables in addition to the existing ones */
    public static ConfigurableApplicationContext start(Map<String, Object> variables, String... settings) {
        return start(List.of(), variables, settings);
    }

    /** @param configurations classes of an extension */
    public static ConfigurableApplicationContext start(
            List<Class<?>> configurations, Map<String, Object> variables, String... settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        String[] arguments = Stream.concat(
                        Stream.of("server.port=0", "SUPERGRAPH=../runtime/src/test/resources/supergraph.graphql"),
                        Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(GatewayApplication.class)
                .sources(configurations.toArray(Class<?>[]::new))
                .environment(environment)
                .profiles("standalone")
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new OwnResources()))
                .run(arguments);
    }

    /** Its shutdown must not close the event loops of the other gateways in this process. */
    static final class OwnResources implements BeanPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof ReactorResourceFactory resources) {
                resources.setUseGlobalResources(false);
            }
            return bean;
        }
    }
}
