package ft.transcendence.matches.tournament;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Loads the rounds and places of all tournaments in a request at once. A changed tournament is another key. */
@DgsDataLoader(name = CourseLoader.NAME)
class CourseLoader implements MappedBatchLoader<Tournament, Course> {

    static final String NAME = "tournamentCourses";

    private static final Course NOT_STARTED = new Course(List.of(), List.of());

    private final TournamentReader tournaments;

    CourseLoader(TournamentReader tournaments) {
        this.tournaments = tournaments;
    }

    /** The course of the tournament that is the source of a field; empty if it has not started. */
    static CompletableFuture<Course> ofSource(DgsDataFetchingEnvironment environment) {
        DataLoader<Tournament, @Nullable Course> loader =
                Objects.requireNonNull(environment.<Tournament, @Nullable Course>getDataLoader(NAME));
        return loader.load(environment.getSourceOrThrow())
                .thenApply(course -> Objects.requireNonNullElse(course, NOT_STARTED));
    }

    @Override
    public CompletionStage<Map<Tournament, Course>> load(Set<Tournament> wanted) {
        return CompletableFuture.completedFuture(tournaments.courses(wanted));
    }
}
