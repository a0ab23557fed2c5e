package ft.transcendence.matches.server;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.match.MatchHosting.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentPlanTests {

    @Test
    void choosesTheSmallestShareOfTheCapacity() {
        List<GameServer> servers = List.of(server("small", "eu", 10), server("large", "eu", 100));

        assertThat(AssignmentPlan.of(waiting(1, null), servers, Map.of("small", 2, "large", 19))
                        .values())
                .containsExactly("large");
        assertThat(AssignmentPlan.of(waiting(1, null), servers, Map.of("small", 1, "large", 19))
                        .values())
                .containsExactly("small");
    }

    @Test
    void prefersTheRegionWhileItHasRoom() {
        List<GameServer> servers = List.of(server("near", "eu", 2), server("far", "us", 100));

        assertThat(AssignmentPlan.of(waiting(3, "eu"), servers, Map.of()).values())
                .containsExactly("near", "near", "far");
    }

    @Test
    void assignsNothingWithoutRoom() {
        assertThat(AssignmentPlan.of(waiting(1, null), List.of(), Map.of())).isEmpty();
        assertThat(AssignmentPlan.of(waiting(1, null), List.of(server("full", "eu", 1)), Map.of("full", 1)))
                .isEmpty();
    }

    @Test
    void spreadsMatchesOverEqualServers() {
        List<GameServer> servers = IntStream.range(0, 5)
                .mapToObj(number -> server("server-" + number, "eu", 100))
                .toList();

        Map<String, Long> first = Stream.generate(() -> waiting(1, null))
                .limit(500)
                .flatMap(match -> AssignmentPlan.of(match, servers, Map.of()).values().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(first).hasSize(5).allSatisfy((server, matches) -> assertThat(matches)
                .isBetween(40L, 220L));
    }

    /** As many matches as there is room for are assigned, none beyond, and no server is ahead of another by more than a match. */
    @Property(tries = 300)
    void fillsServersEvenly(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 20) Integer> capacities,
            @ForAll @IntRange(max = 120) int matches) {
        List<GameServer> servers = new ArrayList<>();
        capacities.forEach(capacity -> servers.add(server("server-" + servers.size(), "eu", capacity)));

        Map<UUID, String> plan = AssignmentPlan.of(waiting(matches, "eu"), servers, Map.of());

        int room = capacities.stream().mapToInt(Integer::intValue).sum();
        assertThat(plan).hasSize(Math.min(room, matches));
        Map<String, Integer> open = new HashMap<>();
        plan.values().forEach(server -> open.merge(server, 1, Integer::sum));
        servers.forEach(server -> assertThat(open.getOrDefault(server.id(), 0)).isLessThanOrEqualTo(server.capacity()));
        double least = servers.stream()
                .filter(server -> open.getOrDefault(server.id(), 0) < server.capacity())
                .mapToDouble(server -> share(server, open, 0))
                .min()
                .orElse(1);
        servers.stream()
                .filter(server -> open.containsKey(server.id()))
                .forEach(server -> assertThat(share(server, open, 1)).isLessThanOrEqualTo(least));
    }

    /** The share of the capacity in use before the last of these matches. */
    private static double share(GameServer server, Map<String, Integer> open, int last) {
        return (double) (open.getOrDefault(server.id(), 0) - last) / server.capacity();
    }

    private static List<Waiting> waiting(int count, @Nullable String region) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Waiting(UUID.randomUUID(), region))
                .toList();
    }

    private static GameServer server(String id, String region, int capacity) {
        return new GameServer(
                id, "wss://play.example", region, capacity, "1", Instant.EPOCH, Instant.EPOCH, true, false, false);
    }
}
