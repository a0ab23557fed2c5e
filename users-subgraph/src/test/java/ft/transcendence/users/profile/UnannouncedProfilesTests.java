package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestJson;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Profiles changed by a migration must reach other subgraphs. */
@UsersTest
class UnannouncedProfilesTests {

    private static final TestTopic TOPIC = TestTopic.named("profile-updates");

    @Autowired
    Players players;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnannouncedProfiles unannounced;

    @Autowired
    Profiles profiles;

    @Test
    void arePublishedOnceWithTheirNewVersion() {
        Player ada = players.join("ada");
        Player bob = players.join("bob");
        changeByMigration(ada.id());
        changeByMigration(bob.id());

        unannounced.publishAll();
        unannounced.publishAll();

        for (Player player : List.of(ada, bob)) {
            List<ConsumerRecord<String, byte[]>> events =
                    TOPIC.ofKey(player.id().toString(), 2);
            assertThat(events).hasSize(2);
            JsonNode last = TestJson.read(events.getLast().value());
            assertThat(last.get("displayName").asString()).isEqualTo("hidden " + player.id());
            assertThat(last.get("version").asInt()).isEqualTo(1);
        }
    }

    @Test
    void areNotPublishedAfterAnErasure() {
        Player ada = players.join("ada");
        changeByMigration(ada.id());
        profiles.erase(ada.id());

        unannounced.publishAll();

        assertThat(TOPIC.ofKey(ada.id().toString(), 2).getLast().value()).isNull();
        assertThat(jdbc.sql("SELECT count(*) FROM unannounced_profile")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void changeByMigration(UUID player) {
        jdbc.sql("UPDATE profile SET display_name = 'hidden ' || id, version = version + 1 WHERE id = ?")
                .param(player)
                .update();
        jdbc.sql("INSERT INTO unannounced_profile VALUES (?)").param(player).update();
    }
}
