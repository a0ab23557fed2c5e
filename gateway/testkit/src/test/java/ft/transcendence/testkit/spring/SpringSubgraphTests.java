package ft.transcendence.testkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.testkit.FederatedGraph;
import ft.transcendence.testkit.subgraph.SubgraphCall;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.federation.FederationSchemaFactory;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;

class SpringSubgraphTests {

    private static @Nullable AnnotationConfigApplicationContext application;

    private static final String RATINGS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
            type Query { best: [Player] }
            type Player @key(fields: "id") { id: ID! rating: Int }
            """;

    private final FederatedGraph graph = graph(service(), RATINGS);

    // tag::spring-graphql[]
    static FederatedGraph graph(ExecutionGraphQlService service, String ratingsSdl) {
        return FederatedGraph.builder()
                .subgraph("players", SpringSubgraph.of(service))
                .stub("ratings", ratingsSdl)
                .build();
    }
    // end::spring-graphql[]

    @BeforeAll
    static void start() {
        application = new AnnotationConfigApplicationContext(Players.class);
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
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
    void executesRequestsForEntitiesWithHeadersAndContext() {
        assertThat(graph.operation("{ best { name } }")
                        .header("X-Prefix", "Dr. ")
                        .context("suffix", "!")
                        .execute())
                .hasNoErrors()
                .hasEntityBatch("players", 2)
                .hasData("{\"best\": [{\"name\": \"Dr. player 1!\"}, {\"name\": \"Dr. player 2!\"}]}");
    }

    private static ExecutionGraphQlService service() {
        return Objects.requireNonNull(application).getBean(ExecutionGraphQlService.class);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(PlayerController.class)
    static class Players {

        @Bean
        FederationSchemaFactory schemaFactory() {
            return new FederationSchemaFactory();
        }

        @Bean
        AnnotatedControllerConfigurer controllers() {
            return new AnnotatedControllerConfigurer();
        }

        @Bean
        ExecutionGraphQlService service(
                FederationSchemaFactory schemaFactory, AnnotatedControllerConfigurer controllers) {
            return new DefaultExecutionGraphQlService(GraphQlSource.schemaResourceBuilder()
                    .schemaResources(new ClassPathResource("schema/players.graphqls"))
                    .configureRuntimeWiring(controllers)
                    .schemaFactory(schemaFactory::createGraphQLSchema)
                    .build());
        }
    }

    @Controller
    static class PlayerController {

        record Player(String id, String name) {}

        @QueryMapping
        List<Player> players(@Argument int first) {
            return IntStream.rangeClosed(1, first)
                    .mapToObj(number -> new Player(String.valueOf(number), "player " + number))
                    .toList();
        }

        @EntityMapping("Player")
        List<Player> playersById(@Argument List<String> idList, GraphQLContext context) {
            SubgraphCall call = Objects.requireNonNull(context.get(SubgraphCall.class));
            return idList.stream()
                    .map(id ->
                            new Player(id, call.header("x-prefix").orElse("") + "player " + id + context.get("suffix")))
                    .toList();
        }
    }
}
