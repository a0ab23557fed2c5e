package ft.transcendence.gateway.sharedstate;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The Redis that several gateways share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SharedStateProperties.class)
@Import(SharedState.class)
public class SharedStateConfiguration {}
