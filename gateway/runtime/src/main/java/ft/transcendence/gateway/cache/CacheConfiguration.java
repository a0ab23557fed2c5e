package ft.transcendence.gateway.cache;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Keeps responses of subgraphs, where that is enabled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
@Import({CacheInvalidationEndpoint.class, ResponseCache.class})
public class CacheConfiguration {}
