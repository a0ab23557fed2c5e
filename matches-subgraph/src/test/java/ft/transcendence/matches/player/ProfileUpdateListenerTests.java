package ft.transcendence.matches.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.testing.TestTopic;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model of profiles, with events in any order. */
@MatchesTest
class ProfileUpdateListenerTests {

    private static final String UPDATED = "ft.transcendence.profile.updated.v1";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final TestTopic topic = TestTopic.named("profile-updates");
    private final UUID alice = UUID.randomUUID();
    private final String name = "a" + alice.toString().substring(0, 8);

    private MatchFixture fixture;

    @BeforeEach
    void enter() {
        fixture = MatchFixture.ofStrangers(port);
    }

    @Test
    void keepsTheLatestVersionOfDuplicateAndUnorderedEvents() {
        send("event 2", 2, name + "2");
        send("event 1", 1, name + "1");
        send("event 2", 2, name + "2");
        send("event 3", 3, name + "3");
        send("event 1", 1, name + "1");

        awaitStored(name + "3 3");
        drain();
        assertThat(stored()).isEqualTo(name + "3 3");
    }

    @Test
    void acceptsPlayersBeforeTheirProfileArrives() {
        UUID match = fixture.won(alice, UUID.randomUUID());
        assertThat(stored()).isEqualTo("null ");

        send("first", 0, name);

        awaitStored(name + " 0");
        String found = fixture.visitor()
                .data("{ matches(filter: {playerName: \"%s\"}) { nodes { id } } }"
                        .formatted(name.toUpperCase(Locale.ROOT)))
                .toString();
        assertThat(found).isEqualTo("{\"matches\":{\"nodes\":[{\"id\":\"%s\"}]}}".formatted(match));
    }

    @Test
    void escapesWildcardsInNames() {
        send("sign", 1, name + "_x");
        awaitStored(name + "_x 1");
        UUID match = fixture.won(alice, UUID.randomUUID());

        assertThat(byName(name + "_")).contains(match.toString());
        assertThat(byName(name.substring(0, 4) + "%")).doesNotContain(match.toString());
    }

    @Test
    void erasesPlayersForGoodAndKeepsTheirOpponentsHistory() {
        UUID bob = UUID.randomUUID();
        UUID match = fixture.won(alice, bob);
        send("before", 1, name);
        awaitStored(name + " 1");

        eraseAlice();

        awaitStored("null 1");
        send("late", 9, name);
        drain();
        assertThat(stored()).isEqualTo("null 1");
        assertThat(byName(name)).doesNotContain(match.toString());
        assertThat(fixture.user(bob, "matches { nodes { id } } stats { losses }")
                        .toString())
                .contains(match.toString(), "\"losses\":1");
        assertThat(MatchFixture.rejection(fixture.create(List.of(alice), List.of(bob))))
                .isEqualTo("PLAYER_ERASED");
    }

    @Test
    void sendsUnreadableEventsToTheDeadLettersAndContinues() {
        topic.send(alice.toString(), UUID.randomUUID().toString(), UPDATED, "{\"userId\": \"nobody\"}");
        send("good", 1, name);

        awaitStored(name + " 1");
        assertThat(TestTopic.named("profile-updates.dlt").ofKey(alice.toString(), 1))
                .hasSize(1);
    }

    /** Waits for the events sent so far. Events with the same key are processed in order. */
    private void drain() {
        UUID last = UUID.randomUUID();
        // another key could be in another partition: use Alice's, with a version too old to have an effect
        String id = "drain " + last;
        send(id, 0, "nobody");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM inbox_event WHERE event_id = :id")
                                .param("id", id + " " + alice)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private void send(String id, long version, String username) {
        topic.send(alice.toString(), id + " " + alice, UPDATED, """
                {"userId": "%s", "version": %d, "username": "%s", "displayName": "Alice", "avatarUrl": null, "new": 1}
                """.formatted(alice, version, username));
    }

    private void eraseAlice() {
        topic.sendRecord(KafkaMessageFactory.createWriter("profile-updates", alice.toString())
                .writeBinary(CloudEventBuilder.v1()
                        .withId("erased " + alice)
                        .withType("ft.transcendence.profile.erased.v1")
                        .withSource(URI.create("/test"))
                        .build()));
    }

    private String byName(String prefix) {
        return fixture.visitor()
                .data("{ matches(filter: {playerName: \"%s\"}) { nodes { id } } }".formatted(prefix))
                .toString();
    }

    private void awaitStored(String expected) {
        await().atMost(Duration.ofSeconds(20)).until(() -> stored().equals(expected));
    }

    private String stored() {
        return jdbc.sql(
                        "SELECT concat(coalesce(username, 'null'), ' ', profile_version) FROM player WHERE user_id = :player")
                .param("player", alice)
                .query(String.class)
                .optional()
                .orElse("nothing");
    }
}
