package ft.transcendence.users.level;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.users.profile.User;
import ft.transcendence.users.totals.Totals;
import java.util.Objects;

/** The data fetcher for players' levels, which are computed from what was read with the user. */
@DgsComponent
class LevelDataFetchers {

    @DgsData(parentType = "User")
    @AllowAnonymous
    Level level(DgsDataFetchingEnvironment environment) {
        User user = Objects.requireNonNull(environment.getSource());
        return Level.of(new Totals(user.wins(), user.losses(), user.totalScore()));
    }
}
