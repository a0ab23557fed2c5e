package ft.transcendence.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.cache.Lifetime.Audience;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // RFC 9111, section 3.5: what is said to nobody in particular may depend on the token
                "max-age=60                       | 60        | ALIKE",
                "Max-Age=\"60\"                   | 60        | ALIKE",
                "max-age=60, max-age=30           | 30        | ALIKE",
                "max-age=99999999999              | 999999999 | ALIKE",
                "public, max-age=60               | 60        | EVERYBODY",
                "s-maxage=10, max-age=60          | 10        | EVERYBODY",
                "private, max-age=60              | 60        | ONE_TOKEN",
                "private, max-age=60, s-maxage=10 | 60        | ONE_TOKEN",
                "private, public, max-age=60      | 60        | ONE_TOKEN",
            })
    void isWhatTheSubgraphSays(String header, long seconds, Audience audience) {
        assertThat(of("cache-control", header)).isEqualTo(new Lifetime(seconds, audience, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-store",
                "no-cache",
                "no-store, max-age=60",
                "max-age=0",
                "max-age=-1",
                "max-age=soon",
                "max-age",
                "public"
            })
    void isNothingWithoutAPermission(String header) {
        assertThat(of("cache-control", header).seconds()).isZero();
    }

    @Test
    void isShorterByTheTimeAtOtherCaches() {
        assertThat(of("cache-control", "max-age=60", "age", "50").seconds()).isEqualTo(10);
        assertThat(of("cache-control", "max-age=60", "age", "60")).isEqualTo(Lifetime.NONE);
    }

    @Test
    void isNothingForResponsesThatAreForOneClient() {
        assertThat(of("cache-control", "max-age=60", "set-cookie", "a=1")).isEqualTo(Lifetime.NONE);
        assertThat(of("cache-control", "max-age=60", "vary", "*")).isEqualTo(Lifetime.NONE);
        assertThat(of("cache-control", "max-age=60", "vary", "accept-language").seconds())
                .isEqualTo(60);
    }

    @Test
    void isTheDefaultWithoutAStatementWhichClientsMustNotRelyOn() {
        Lifetime lifetime = Lifetime.of(Map.of(), Duration.ofSeconds(5));

        assertThat(lifetime).isEqualTo(new Lifetime(5, Audience.ALIKE, false));
        assertThat(lifetime.header()).isEqualTo("no-store");
    }

    @Test
    void ofTwoResponsesIsTheStricterOne() {
        Lifetime both = new Lifetime(60, Audience.EVERYBODY, true).and(new Lifetime(10, Audience.ONE_TOKEN, true));

        assertThat(both.header()).isEqualTo("private, max-age=10");
        assertThat(new Lifetime(60, Audience.EVERYBODY, true)
                        .atMost(Duration.ofSeconds(20))
                        .header())
                .isEqualTo("public, max-age=20");
        assertThat(both.and(Lifetime.NONE).header()).isEqualTo("no-store");
    }

    private static Lifetime of(String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return Lifetime.of(all, Duration.ofHours(1));
    }
}
