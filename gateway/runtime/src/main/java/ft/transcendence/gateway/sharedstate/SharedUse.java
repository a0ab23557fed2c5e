package ft.transcendence.gateway.sharedstate;

/** What gateways share something for. */
public enum SharedUse {
    SESSIONS,
    LIMITS,
    REVOCATIONS,
    CACHE
}
