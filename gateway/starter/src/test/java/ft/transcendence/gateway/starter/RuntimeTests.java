package ft.transcendence.gateway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What the starter brings of the gateway: everything but the platform's own. */
class RuntimeTests {
    private static final String STARTER = RuntimeTests.class.getPackageName();

    /** For the platform's gateway, or for the one that runs alone. */
    private static final Set<String> NOT_FOR_THE_STARTER = Set.of(
            "ft.transcendence.gateway.error.ErrorPages",
            "ft.transcendence.gateway.identity.BearerTokenCallerResolver",
            "ft.transcendence.gateway.identity.IdentityProperties",
            "ft.transcendence.gateway.identity.LoginProviderConfiguration",
            "ft.transcendence.gateway.identity.SharedRevocations",
            "ft.transcendence.gateway.observation.StandaloneManagement",
            "ft.transcendence.gateway.subgraph.SubgraphDocuments");

    @Test
    void allOfItIsWired() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(FederationGatewayAutoConfiguration.class, CallerAutoConfiguration.class))
                .withPropertyValues(
                        "gateway.supergraph.file=../runtime/src/test/resources/supergraph.graphql",
                        "ft.transcendence.settings.foreign=true")
                .run(context -> {
                    Set<String> expected = components();
                    expected.removeAll(NOT_FOR_THE_STARTER);

                    assertThat(beans(context)).containsExactlyInAnyOrderElementsOf(expected);
                });
    }

    private static Set<String> components() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("ft.transcendence.gateway").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(Objects::requireNonNull)
                .filter(type -> !type.startsWith(STARTER))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The types of the gateway's beans that are components, rather than made by a method. */
    private static Set<String> beans(ApplicationContext context) {
        return Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null
                        && type.getName().startsWith("ft.transcendence.gateway.")
                        && !type.getName().startsWith(STARTER)
                        && (isAnnotated(type, Component.class) || isAnnotated(type, ConfigurationProperties.class)))
                .map(type -> Objects.requireNonNull(type).getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAnnotated(Class<?> type, Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(type, annotation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ft.transcendence.gateway.GatewayApplication",
                "org.springframework.cloud.gateway.route.RouteLocator",
                "org.springframework.security.oauth2.client.registration.ClientRegistration",
                "org.springframework.security.web.server.SecurityWebFilterChain",
                "org.springframework.session.Session"
            })
    void nothingOfThePlatformIsThere(String type) {
        assertThat(ClassUtils.isPresent(type, RuntimeTests.class.getClassLoader()))
                .isFalse();
    }
}
