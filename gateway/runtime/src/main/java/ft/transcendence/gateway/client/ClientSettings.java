package ft.transcendence.gateway.client;

import java.time.Duration;

/**
 * Timeouts and limits of a client.
 *
 * @param connectTimeout time to open a connection, and again for the TLS handshake
 * @param maxIdleTime how long an unused connection stays open
 * @param maxConnections open connections to one target; twice as many requests may wait for one
 * @param maxResponseSize longest accepted response body, in bytes
 */
public record ClientSettings(Duration connectTimeout, Duration maxIdleTime, int maxConnections, long maxResponseSize) {}
