package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.Home;
import ft.transcendence.platform.launcher.RestartRequests;
import ft.transcendence.platform.launcher.RestartRequests.Request;
import ft.transcendence.platform.launcher.RestartRequests.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Restarts the gateway and the subgraphs, so that their JVMs are cold. */
final class Restart {

    private static final List<String> APPLICATIONS = List.of("users-subgraph", "matches-subgraph", "gateway");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int POLL_INTERVAL_MILLIS = 50;

    private Restart() {}

    /**
     * Restarts them at the same time, and returns when all are ready.
     *
     * @throws LoadException when one does not become ready
     */
    static void applications(Home home) throws InterruptedException {
        RestartRequests requests = new RestartRequests(home);
        long begin = System.nanoTime();
        List<Request> pending =
                new ArrayList<>(APPLICATIONS.stream().map(requests::submit).toList());
        while (!pending.isEmpty()) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new LoadException("%s did not become ready within %d s. Check ./transcend status."
                        .formatted(pending.getFirst().part(), LIMIT.toSeconds()));
            }
            pending.removeIf(request -> isDone(request, requests.response(request)));
            Thread.sleep(POLL_INTERVAL_MILLIS);
        }
    }

    private static boolean isDone(Request request, Optional<Response> response) {
        if (response.isPresent() && !response.get().done()) {
            throw new LoadException("%s did not become ready: %s"
                    .formatted(request.part(), response.get().reason()));
        }
        return response.isPresent();
    }
}
