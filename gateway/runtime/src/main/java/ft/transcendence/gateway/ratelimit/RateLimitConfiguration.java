package ft.transcendence.gateway.ratelimit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Token buckets, of this gateway or shared by several. */
@Configuration(proxyBeanMethods = false)
@Import(TokenBucketsFactory.class)
public class RateLimitConfiguration {}
