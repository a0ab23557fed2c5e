package ft.transcendence.gateway.explorer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The explorer, where it is enabled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExplorerProperties.class)
@Import(ExplorerRoute.class)
public class ExplorerConfiguration {}
