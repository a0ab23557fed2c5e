package ft.transcendence.testkit.dgs;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.DgsQueryExecutor;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.context.DgsContext;
import com.netflix.graphql.dgs.internal.DgsRequestData;
import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import ft.transcendence.testkit.FederatedGraph;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class DgsSubgraphTests {

    private static @Nullable ConfigurableApplicationContext application;

    private static final String RATINGS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
            type Query { best: Player }
            type Player @key(fields: "id") { id: ID! rating: Int }
            """;

    private final FederatedGraph graph = graph(bean(DgsQueryExecutor.class), RATINGS);

    // tag::dgs[]
    static FederatedGraph graph(DgsQueryExecutor dgs, String ratingsSdl) {
        return FederatedGraph.builder()
                .subgraph("players", DgsSubgraph.of(dgs))
                .stub("ratings", ratingsSdl)
                .build();
    }
    // end::dgs[]

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(Players.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            SpringApplication.exit(application);
        }
    }

    @Test
    void executesRequestsForRootFields() {
        assertThat(graph.execute("query($n: Int!) { players(first: $n) { name rating } }", Map.of("n", 2)))
                .hasNoErrors()
                .hasRequests(2)
                .hasData(
                        "{\"players\": [{\"name\": \"player 1\", \"rating\": 1}, {\"name\": \"player 2\", \"rating\": 2}]}");
    }

    @Test
    void executesRequestsForEntities() {
        assertThat(graph.execute("{ best { name } }"))
                .hasNoErrors()
                .hasEntityBatch("players", 1)
                .hasData("{\"best\": {\"name\": \"player 1\"}}");
    }

    @Test
    void passesHeaders() {
        assertThat(graph.operation("{ players(first: 1) { name } }")
                        .header("X-Prefix", "Dr. ")
                        .execute())
                .hasData("{\"players\": [{\"name\": \"Dr. player 1\"}]}");
    }

    private static <T> T bean(Class<T> type) {
        return Objects.requireNonNull(application).getBean(type);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({GraphQlAutoConfiguration.class, DgsSpringGraphQLAutoConfiguration.class})
    @Import(PlayerFetchers.class)
    static class Players {}

    @DgsComponent
    public static class PlayerFetchers {

        public record Player(String id, String name) {}

        @DgsQuery
        public List<Player> players(@InputArgument int first, DgsDataFetchingEnvironment field) {
            DgsRequestData request = Objects.requireNonNull(DgsContext.getRequestData(field));
            String prefix = Objects.requireNonNullElse(
                    Objects.requireNonNull(request.getHeaders()).getFirst("X-Prefix"), "");
            return IntStream.rangeClosed(1, first)
                    .mapToObj(number -> new Player(String.valueOf(number), prefix + "player " + number))
                    .toList();
        }

        @DgsEntityFetcher(name = "Player")
        public Player player(Map<String, Object> representation) {
            return new Player(String.valueOf(representation.get("id")), "player " + representation.get("id"));
        }
    }
}
