package ft.transcendence.gateway.sharedstate;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The connections to Redis, if it is configured. Without it, nothing is connected and no class of its client is loaded. */
@Component
public final class SharedState implements DisposableBean {
    private final SharedStateProperties properties;
    private final @Nullable Redis redis;

    public SharedState(SharedStateProperties properties) {
        this.properties = properties;
        this.redis = properties.redisUrl().isEmpty() ? null : Redis.at(properties);
    }

    /** Whether gateways share anything. */
    public boolean isShared() {
        return redis != null;
    }

    /** The connection for commands that respond at once. */
    public RedisConnection connection() {
        return redis().commands();
    }

    /** A connection for commands that wait for data. */
    public RedisConnection openWaitingConnection() {
        return redis().open();
    }

    /** How Redis fares. */
    public RedisCondition condition() {
        return redis().condition();
    }

    /** The key of this name. */
    public String key(String name) {
        return properties.keyPrefix() + ":" + name;
    }

    public SharedStateProperties properties() {
        return properties;
    }

    private Redis redis() {
        if (redis == null) {
            throw new IllegalStateException("No Redis is configured");
        }
        return redis;
    }

    @Override
    public void destroy() {
        if (redis != null) {
            redis.close();
        }
    }
}
