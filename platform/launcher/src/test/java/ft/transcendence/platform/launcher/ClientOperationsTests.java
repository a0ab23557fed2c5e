package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.launcher.CacheTraining.Player;
import ft.transcendence.platform.launcher.ClientOperations.Query;
import ft.transcendence.platform.servers.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientOperationsTests {

    private final List<Query> queries = ClientOperations.queries(Workspace.locate());

    @Test
    void findsTheQueriesOfPlayersAndNoMutations() {
        assertThat(queries).extracting(Query::name).contains("PlayerPage", "Friends", "MatchPage", "LoginCheck");
        assertThat(queries)
                .extracting(Query::name)
                .doesNotContain("RequestFriend", "WatchMatch", "AssignedMatches", "GameServers", "DoubtfulMatches");
    }

    @Test
    void theTrainingOfCachesHasValuesForTheVariablesOfEveryQuery() {
        Map<String, String> values = CacheTraining.values(
                new Player("ada", "id of ada", "id of a match", "token"), new Player("alan", "id of alan", "", ""));

        assertThat(queries).allSatisfy(query -> assertThat(query.variables(values))
                .containsOnlyKeys(query.requiredVariables())
                .doesNotContainValue(""));
    }

    @Test
    void namesAVariableWithoutValue() {
        Query page = queries.stream()
                .filter(query -> query.name().equals("PlayerPage"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> page.variables(Map.of())).hasMessageContaining("no value for $username of PlayerPage");
    }
}
