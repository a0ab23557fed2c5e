package ft.transcendence.matches.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rotation of keys, by two instances with the same database. */
@MatchesTest
class TicketKeysTests {

    @Autowired
    private TicketKeyStore store;

    @Autowired
    private TicketProperties properties;

    @Autowired
    private JdbcClient jdbc;

    private final MovableClock clock = new MovableClock();

    private TicketKeys one;
    private TicketKeys two;

    @BeforeEach
    void startOver() {
        jdbc.sql("DELETE FROM ticket_key").update();
        one = new TicketKeys(store, properties, clock);
        two = new TicketKeys(store, properties, clock);
    }

    @Test
    void allInstancesSignWithTheSameKey() {
        String first = signing(one);

        assertThat(signing(two)).isEqualTo(first);
        assertThat(published(two)).containsExactly(first);
    }

    @Test
    void oneKeyIsMadeHoweverManyInstancesStart() {
        List<String> signing = Stream.generate(() -> new TicketKeys(store, properties, clock))
                .limit(8)
                .parallel()
                .map(TicketKeysTests::signing)
                .distinct()
                .toList();

        assertThat(signing).hasSize(1);
    }

    @Test
    void announcesANewKeyBeforeItSigns() {
        String first = signing(one);
        clock.pass(properties.rotateAfter().plusSeconds(1));

        one.check();
        assertThat(signing(one)).isEqualTo(first);
        assertThat(published(one)).hasSize(2).contains(first);
        two.check();
        assertThat(published(two)).isEqualTo(published(one));

        clock.pass(properties.announcedFor().plusSeconds(1));
        one.check();
        assertThat(signing(one)).isNotEqualTo(first).isIn(published(one));
        assertThat(published(one)).as("for tickets that were just signed").contains(first);
    }

    @Test
    void keepsTwoKeys() {
        String first = signing(one);
        for (int rotation = 0; rotation < 3; rotation++) {
            clock.pass(properties.rotateAfter().plus(Duration.ofSeconds(1)));
            one.check();
        }

        assertThat(published(one)).hasSize(2).doesNotContain(first);
        assertThat(jdbc.sql("SELECT count(*) FROM ticket_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void storesNoPrivateKeyInClear() {
        String id = signing(one);

        byte[] stored =
                jdbc.sql("SELECT pair FROM ticket_key").query(byte[].class).single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("\"d\"", id);
        assertThat(one.published().toString()).doesNotContain("\"d\"");
    }

    private static String signing(TicketKeys keys) {
        return keys.signing().getKeyID();
    }

    private static List<String> published(TicketKeys keys) {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }
}
