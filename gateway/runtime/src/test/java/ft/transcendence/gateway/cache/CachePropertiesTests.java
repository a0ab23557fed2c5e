package ft.transcendence.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.settings.BoundSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachePropertiesTests {
    @Test
    void nothingIsKeptByDefault() {
        CacheProperties defaults = BoundSettings.bind(CacheProperties.class);

        assertThat(defaults.keepsResponsesOf("users")).isFalse();
        assertThat(defaults.defaultTtlOf("users")).isZero();
    }

    @Test
    void subgraphsHaveTheirOwnSettings() {
        CacheProperties properties = BoundSettings.bind(
                CacheProperties.class,
                "enabled=true",
                "default-ttl=5s",
                "named.users.enabled=false",
                "named.matches.default-ttl=1m");

        assertThat(properties.keepsResponsesOf("users")).isFalse();
        assertThat(properties.keepsResponsesOf("matches")).isTrue();
        assertThat(properties.defaultTtlOf("matches")).isEqualTo(Duration.ofMinutes(1));
        assertThat(properties.defaultTtlOf("others")).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-size=0B",
                "max-entry-size=0B",
                "max-entry-size=101MB",
                "max-ttl=0s",
                "max-ttl=31d",
                "default-ttl=-1s",
                "redis-timeout=0ms",
                "redis-timeout=11s",
                "named.users.default-ttl=-1s",
                "named.users.ttl=1s",
                "ttl=1s"
            })
    void unusableSettingsAreRefused(String setting) {
        assertThat(BoundSettings.refusalOf(CacheProperties.class, setting)).isNotNull();
    }
}
