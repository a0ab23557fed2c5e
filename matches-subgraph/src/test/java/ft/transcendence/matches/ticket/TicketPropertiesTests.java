package ft.transcendence.matches.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class TicketPropertiesTests {

    private static final String KEY = "matches.tickets.encryption-key=0123456789abcdef0123456789abcdef";

    private final TestSettings<TicketProperties> settings = TestSettings.of(TicketProperties.class, Settings.class)
            .withDefaults("application.yaml")
            .with(KEY);

    @Test
    void haveDefaults() {
        TicketProperties bound = settings.bind();

        assertThat(bound)
                .isEqualTo(new TicketProperties(
                        "transcendence",
                        Duration.ofMinutes(2),
                        "0123456789abcdef0123456789abcdef",
                        Duration.ofDays(30),
                        Duration.ofHours(1),
                        Duration.ofMinutes(1)));
        assertThat(bound.toString()).doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.tickets.encryption-key=short",
                "matches.tickets.encryption-key=",
                "matches.tickets.issuer=",
                "matches.tickets.lifetime=0s",
                "matches.tickets.rotate-after=-1d",
                "matches.tickets.announced-for=30d",
                "matches.tickets.check-every=0s",
                "matches.tickets.audience=all"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(TicketProperties.class)
    static class Settings {}
}
