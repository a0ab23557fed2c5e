package ft.transcendence.gateway.sharedstate;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedStatePropertiesTests {
    @Test
    void nothingIsSharedByDefault() {
        assertThat(new SharedState(bind(SharedStateProperties.class)).isShared())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://localhost:6379",
                "redis://:password@localhost",
                "rediss://user:password@redis.example:6380/1",
                "redis-sentinel://:password@sentinel1:26379,sentinel2:26379/0#primary",
                "rediss-sentinel://sentinel1,sentinel2?sentinelMasterId=primary"
            })
    void acceptsAnAddress(String url) {
        assertThat(refusalOf(SharedStateProperties.class, "redis-url=" + url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:6379",
                "http://:secret@localhost",
                "redis://",
                "redis:// :secret@x",
                "secret",
                "redis-sentinel://:secret@one:26379",
                "redis-sentinel://#name"
            })
    void refusesAnotherAddressWithoutItsPassword(String url) {
        assertThat(refusalOf(SharedStateProperties.class, "redis-url=" + url))
                .contains("GATEWAY_SHARED_STATE_REDIS_URL must be an address")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-prefix=a:b", "key-prefix=", "timeout=1ms", "timeout=1m", "synchronize-limits=0s"})
    void refusesValuesOutOfRange(String setting) {
        assertThat(refusalOf(SharedStateProperties.class, setting)).isNotNull();
    }

    @Test
    void onlySentinelsHaveAPasswordOfSentinels() {
        String password = "sentinel-password=secret";
        assertThat(refusalOf(SharedStateProperties.class, "redis-url=redis://localhost", password))
                .contains("sentinel-password must be empty unless")
                .doesNotContain("secret");
        assertThat(refusalOf(SharedStateProperties.class, "redis-url=redis-sentinel://one#name", password))
                .isNull();
    }

    @Test
    void isPrintedWithoutThePassword() {
        assertThat(bind(SharedStateProperties.class, "redis-url=redis://:secret@localhost"))
                .asString()
                .doesNotContain("secret");
    }
}
