package ft.transcendence.gateway;

import ft.transcendence.gateway.extensions.ExtensionImports;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * Lets the standalone gateway start with the bean definitions that the build has prepared (Spring AOT), so it scans no classes and
 * evaluates no conditions. They are those of the default settings. With other settings that choose beans, or with extensions, beans are
 * chosen during the start as usual.
 */
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final String DEFINITIONS = GatewayApplication.class.getName() + "__ApplicationContextInitializer";

    /** The settings that choose beans, and the values that the definitions are for. */
    static final Map<String, String> VALUES = Map.of(
            "gateway.explorer.enabled", "true",
            "server.forward-headers-strategy", "none",
            "spring.webflux.hiddenmethod.filter.enabled", "false");

    /** The settings that choose beans, and must not be set. */
    static final Set<String> UNSET = Set.of(
            "gateway.frontend-url", "spring.web.resources.chain.enabled", "spring.webflux.problemdetails.enabled");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return;
        }
        if (ExtensionImports.found().isEmpty()
                && fit(event.getEnvironment())
                && ClassUtils.isPresent(DEFINITIONS, null)) {
            SpringProperties.setFlag("spring.aot.enabled");
        }
    }

    static boolean fit(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("standalone"))
                && VALUES.entrySet().stream()
                        .allMatch(value -> value.getValue().equals(environment.getProperty(value.getKey())))
                && UNSET.stream().noneMatch(environment::containsProperty);
    }

    /** After all settings have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
