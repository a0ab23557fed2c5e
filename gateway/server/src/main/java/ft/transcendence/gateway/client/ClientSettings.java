package ft.transcendence.gateway.client;

import java.time.Duration;

/**
 * What a client keeps to.
 *
 * @param connectTimeout time to open a connection, and again to agree on TLS
 * @param maxIdleTime an unused connection is closed after this time
 * @param maxConnections open connections to one target, shared out evenly to the event loops; twice as many requests may wait
 * @param maxResponseSize longest accepted answer, in bytes
 */
public record ClientSettings(Duration connectTimeout, Duration maxIdleTime, int maxConnections, long maxResponseSize) {}
