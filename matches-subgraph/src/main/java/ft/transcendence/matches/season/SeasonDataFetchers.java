package ft.transcendence.matches.season;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data fetchers for seasons. Anyone may read them. */
@DgsComponent
class SeasonDataFetchers {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAXIMUM_SIZE = 100;

    private final Seasons seasons;

    SeasonDataFetchers(Seasons seasons) {
        this.seasons = seasons;
    }

    @DgsQuery
    @AllowAnonymous
    List<Season> seasons(@InputArgument @Nullable Integer first) {
        int size = first == null ? DEFAULT_SIZE : first;
        if (size < 0 || size > MAXIMUM_SIZE) {
            throw ClientException.badInput("first must be between 0 and " + MAXIMUM_SIZE + ".");
        }
        return seasons.newest(size);
    }

    @DgsQuery
    @AllowAnonymous
    Season currentSeason() {
        return seasons.current();
    }
}
