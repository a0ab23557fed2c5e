package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes that were accepted before an erasure must not restore the profile after it. */
@UsersTest
class ErasedProfileTests {

    @Autowired
    Players players;

    @Autowired
    Profiles profiles;

    @Autowired
    Provisioning provisioning;

    @Autowired
    UserReader users;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isNotChangedByEarlierRequests() {
        Player ada = players.join("ada");
        User before = users.byId(ada.id()).orElseThrow();
        ProfileChange change = new ProfileInput(Map.of("displayName", "Ada Lovelace", "bio", "I count")).change();

        assertThat(profiles.erase(ada.id())).isTrue();
        assertThatThrownBy(() -> profiles.change(ada.id(), change)).isInstanceOf(ClientException.class);
        provisioning.link(before, new FortyTwoIdentity("alovelac", "London"));

        User after = users.byId(ada.id()).orElseThrow();
        assertThat(after.username()).isEqualTo("deleted:" + ada.id());
        assertThat(after.displayName()).isEqualTo("Deleted player");
        assertThat(after.bio()).isNull();
        assertThat(after.username42()).isNull();
        assertThat(after.campus()).isNull();
        assertThat(after.via42()).isFalse();
    }

    @Test
    void isRemovedFromFailedEvents() {
        Player ada = players.join("ada");
        TestTopic topic = TestTopic.named("profile-updates");
        topic.ofKey(ada.id().toString(), 1);
        jdbc.sql("""
                        INSERT INTO outbox_record
                        SELECT :key, 'FAILED', :key, 'gone.Class', '{"displayName":"Ada"}', NULL, now(), NULL, 5, 'gone', now(), 0, 'handler'
                        """).param("key", "profile-updates/" + ada.id()).update();

        profiles.erase(ada.id());

        assertThat(topic.ofKey(ada.id().toString(), 2).getLast().value()).isNull();
        assertThat(jdbc.sql("SELECT count(*) FROM outbox_record WHERE record_key LIKE '%' || :id")
                        .param("id", ada.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
