package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.match.Timeline.Point;
import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores timelines: one row per match, written with its result. */
@Repository
class Timelines {

    private final JdbcClient jdbc;

    Timelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID match, Timeline timeline) {
        List<Point> points = timeline.points();
        jdbc.sql("INSERT INTO match_timeline (match_id, teams, elapsed_millis) VALUES (:match, :teams, :elapsed)")
                .param("match", match)
                .param(
                        "teams",
                        points.stream().map(point -> point.team().name()).toArray(String[]::new))
                .param("elapsed", points.stream().map(Point::elapsedMillis).toArray(Integer[]::new))
                .update();
    }

    /** The timelines of these matches. Matches whose game server reported none are absent. */
    Map<UUID, Timeline> find(Collection<UUID> matches) {
        IdParameter wanted = IdParameter.of(matches);
        return jdbc.sql("SELECT match_id, teams, elapsed_millis FROM match_timeline WHERE match_id "
                        + wanted.comparison("matches"))
                .param("matches", wanted.value())
                .query(Timelines::byMatch);
    }

    private static Map<UUID, Timeline> byMatch(ResultSet rows) throws SQLException {
        Map<UUID, Timeline> timelines = new HashMap<>();
        while (rows.next()) {
            String[] teams = (String[]) rows.getArray("teams").getArray();
            Integer[] elapsed = (Integer[]) rows.getArray("elapsed_millis").getArray();
            List<Point> points = new ArrayList<>();
            for (int number = 0; number < teams.length; number++) {
                points.add(new Point(Team.valueOf(teams[number]), elapsed[number]));
            }
            timelines.put(rows.getObject("match_id", UUID.class), new Timeline(points));
        }
        return timelines;
    }

    /** Loads the timelines of all matches in a request at once. */
    @DgsDataLoader(name = Loader.NAME)
    static class Loader implements MappedBatchLoader<UUID, Timeline> {

        static final String NAME = "timelines";

        private final Timelines timelines;

        Loader(Timelines timelines) {
            this.timelines = timelines;
        }

        /** The loader of this request. */
        static DataLoader<UUID, @Nullable Timeline> in(DgsDataFetchingEnvironment environment) {
            return Objects.requireNonNull(environment.<UUID, @Nullable Timeline>getDataLoader(NAME));
        }

        @Override
        public CompletionStage<Map<UUID, Timeline>> load(Set<UUID> matches) {
            return CompletableFuture.completedFuture(timelines.find(matches));
        }
    }
}
