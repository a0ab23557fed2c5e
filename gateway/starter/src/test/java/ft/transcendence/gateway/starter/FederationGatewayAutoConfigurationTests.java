package ft.transcendence.gateway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.extension.GatewayExtension;
import ft.transcendence.gateway.extensions.Extensions;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.CallerResolver;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.web.reactive.function.server.RouterFunction;
import reactor.core.publisher.Mono;

/** When an application with the starter has a gateway, and what the application can replace. */
class FederationGatewayAutoConfigurationTests {
    private static final String SUPERGRAPH = "gateway.supergraph.file=../runtime/src/test/resources/supergraph.graphql";
    private static final String[] ISSUER = {
        "gateway.identity.issuers[0].name=partners",
        "gateway.identity.issuers[0].issuer=https://login.example",
        "gateway.identity.issuers[0].audiences=shop"
    };

    private final AutoConfigurations starter =
            AutoConfigurations.of(FederationGatewayAutoConfiguration.class, CallerAutoConfiguration.class);
    private final ReactiveWebApplicationContextRunner unconfigured = new ReactiveWebApplicationContextRunner()
            .withConfiguration(starter)
            .withPropertyValues("ft.transcendence.settings.foreign=true");
    private final ReactiveWebApplicationContextRunner application = unconfigured.withPropertyValues(SUPERGRAPH);

    @Test
    void servesTheSupergraph() {
        application.run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(CurrentEngine.class)
                    .hasSingleBean(CallerResolver.class);
            assertThat(context.getBean(CurrentEngine.class).get().subgraphs()).containsOnlyKeys("players");
            assertThat(context).getBeans(NettyRouteProvider.class).isNotEmpty();
        });
    }

    @Test
    void needsASupergraph() {
        unconfigured.run(
                context -> assertThat(context).getFailure().rootCause().hasMessage("No supergraph is configured."));
    }

    @Test
    void canBeDisabled() {
        unconfigured.withPropertyValues("gateway.enabled=false").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(CurrentEngine.class)
                .doesNotHaveBean(CallerResolver.class)
                .doesNotHaveBean(NettyRouteProvider.class)
                .doesNotHaveBean(Clock.class));
    }

    @Test
    void needsAReactiveWebApplication() {
        new ApplicationContextRunner().withConfiguration(starter).run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(CurrentEngine.class)
                .doesNotHaveBean(CallerResolver.class));
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.htpp.path=/api, gateway.http.path",
        "gateway.identity.issuer=https://login.example, gateway.identity.issuer",
        "gateway.login.client-secret=x, gateway.login.client-secret",
        "gateway.http.request-timeout=-3s, request-timeout"
    })
    void refusesSettingsThatItCannotUse(String setting, String named) {
        application
                .withPropertyValues(setting)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Test
    void leavesTheApplicationsOwnSettingsAlone() {
        application.withPropertyValues("shop.currency=EUR").run(context -> assertThat(context)
                .hasNotFailed());
    }

    @Test
    void hasAnExplorerOnlyWhereItIsEnabled() {
        application.run(context -> assertThat(context).doesNotHaveBean(RouterFunction.class));
        application.withPropertyValues("gateway.explorer.enabled=true").run(context -> assertThat(context)
                .hasSingleBean(RouterFunction.class));
    }

    @Test
    void callersAreAnonymousWithoutIssuers() {
        application.run(context -> {
            CallerResolver callers = context.getBean(CallerResolver.class);

            assertThat(callers.resolve(token("unverified")).blockOptional()).hasValueSatisfying(caller -> {
                assertThat(caller.subject()).isNull();
                assertThat(caller.authorization()).isEqualTo("Bearer unverified");
            });
        });
    }

    @Test
    void verifiesTokensOfIssuers() {
        application.withPropertyValues(ISSUER).run(context -> assertThat(context.getBean(CallerResolver.class)
                        .resolve(token("forged"))
                        .onErrorComplete(InvalidCredentialsException.class)
                        .blockOptional())
                .isEmpty());
    }

    @Test
    void theApplicationCanKnowCallersInItsOwnWay() {
        CallerResolver own = headers -> Mono.just(CallerIdentity.anonymous());
        application
                .withPropertyValues(ISSUER)
                .withBean("ownCallers", CallerResolver.class, () -> own)
                .run(context ->
                        assertThat(context).getBean(CallerResolver.class).isSameAs(own));
    }

    @Test
    void usesTheApplicationsClock() {
        Clock own = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        application
                .withBean(Clock.class, () -> own)
                .run(context -> assertThat(context).getBean(Clock.class).isSameAs(own));
    }

    @Test
    void isExtendedByTheApplicationsBeans() {
        application.run(
                context -> assertThat(context.getBean(Extensions.class).any()).isFalse());
        application
                .withBean(GatewayExtension.class, () -> new GatewayExtension() {})
                .run(context ->
                        assertThat(context.getBean(Extensions.class).any()).isTrue());
    }

    private static HttpHeaders token(String token) {
        return new DefaultHttpHeaders().set("authorization", "Bearer " + token);
    }
}
