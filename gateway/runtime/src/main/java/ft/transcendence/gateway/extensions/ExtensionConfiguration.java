package ft.transcendence.gateway.extensions;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Calls the extensions that are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExtensionProperties.class)
@Import(Extensions.class)
public class ExtensionConfiguration {}
