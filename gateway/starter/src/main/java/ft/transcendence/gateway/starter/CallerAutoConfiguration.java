package ft.transcendence.gateway.starter;

import ft.transcendence.gateway.identity.CallerResolver;
import ft.transcendence.gateway.identity.TokenCallerConfiguration;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;

/** Knows callers by the tokens of {@code gateway.identity.issuers}, unless the application has a {@link CallerResolver} of its own. */
@AutoConfiguration(after = FederationGatewayAutoConfiguration.class)
@ConditionalOnBean(CurrentEngine.class)
@ConditionalOnMissingBean(CallerResolver.class)
@Import(TokenCallerConfiguration.class)
final class CallerAutoConfiguration {}
