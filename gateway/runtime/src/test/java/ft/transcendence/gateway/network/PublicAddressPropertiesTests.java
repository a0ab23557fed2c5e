package ft.transcendence.gateway.network;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressPropertiesTests {
    @Test
    void isEmptyByDefault() {
        PublicAddress address = bind(PublicAddress.class);

        assertThat(address.url()).isEmpty();
        assertThat(address.isSecure()).isFalse();
    }

    @Test
    void isSecureOverTlsAndComparedInLowerCase() {
        PublicAddress address = bind(PublicAddress.class, "url=https://Pong.Example:8443");

        assertThat(address.isSecure()).isTrue();
        assertThat(address.isOrigin("https://pong.example:8443")).isTrue();
        assertThat(address.isOrigin("https://pong.example")).isFalse();
        assertThat(bind(PublicAddress.class, "url=http://localhost:8080").isSecure())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url=pong.example | GATEWAY_PUBLIC_URL must be a scheme, host and port",
                "url=https://pong.example/ | GATEWAY_PUBLIC_URL must be a scheme, host and port",
                "uri=https://pong.example | uri"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(PublicAddress.class, setting)).contains(reason);
    }
}
