package ft.transcendence.users.friendship;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import ft.transcendence.users.account.RegisteredPlayer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is published about blocks. */
@UsersTest
class BlockEventTests {

    private static final TestTopic topic = TestTopic.named("block-updates");

    @Autowired
    Players players;

    @Autowired
    UnannouncedBlocks unannounced;

    @Autowired
    JdbcClient jdbc;

    Player ada;
    Player bob;

    @BeforeEach
    void join() {
        ada = players.join("ada");
        bob = players.join("bob");
    }

    @Test
    void publishesABlockAndItsEndOnce() {
        Friends.change(ada, "blockUser", bob);
        Friends.change(ada, "blockUser", bob);
        Friends.change(ada, "unblockUser", bob);
        Friends.change(ada, "blockUser", bob);

        String block = "{\"blocker\":\"%s\",\"blocked\":\"%s\"}".formatted(ada.id(), bob.id());
        assertThat(published(ada.id(), bob.id(), 3)).containsExactly(block, "ended", block);
    }

    @Test
    void publishesTheEndOfAllBlocksOfAnErasedAccount() {
        RegisteredPlayer leaving = RegisteredPlayer.withPassword(players);
        leaving.graphql().data("mutation { blockUser(userId: \"" + bob.id() + "\") { errors { code } } }");
        ada.graphql().data("mutation { blockUser(userId: \"" + leaving.id() + "\") { errors { code } } }");
        assertThat(leaving.graphql()
                        .data(
                                "mutation($name: String!) { deleteAccount(confirmation: $name) { errors { code } } }",
                                Map.of("name", leaving.username()))
                        .at("/deleteAccount/errors"))
                .isEmpty();

        assertThat(published(leaving.id(), bob.id(), 2)).last().isEqualTo("ended");
        assertThat(published(ada.id(), leaving.id(), 2)).last().isEqualTo("ended");
    }

    @Test
    void publishesBlocksFromBeforeUnlessTheyEnded() {
        UUID eve = players.join("eve").id();
        jdbc.sql("INSERT INTO friend_edge (owner, other, state, since) VALUES (?, ?, 'BLOCKED', now())")
                .params(ada.id(), bob.id())
                .update();
        for (UUID blocked : List.of(bob.id(), eve)) {
            jdbc.sql("INSERT INTO unannounced_block (blocker, blocked) VALUES (?, ?)")
                    .params(ada.id(), blocked)
                    .update();
        }

        unannounced.publishAll();

        assertThat(published(ada.id(), bob.id(), 1)).hasSize(1).doesNotContain("ended");
        assertThat(published(ada.id(), eve, 0)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM unannounced_block")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static List<String> published(UUID blocker, UUID blocked, int atLeast) {
        List<String> published = new ArrayList<>();
        topic.ofKey(blocker + "/" + blocked, atLeast)
                .forEach(record -> published.add(
                        record.value() == null ? "ended" : new String(record.value(), StandardCharsets.UTF_8)));
        return published;
    }
}
