package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.LoadGenerator;
import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import java.time.Duration;
import java.util.Collections;
import java.util.function.Supplier;

/** Sends requests of an operation to the platform's endpoint. */
final class GatewayLoad {

    private final LoadGenerator generator = new LoadGenerator();
    private final GatewayClient gateway;

    GatewayLoad(GatewayClient gateway) {
        this.gateway = gateway;
    }

    Run sequentially(Supplier<Request> requests, int number) {
        return generator.sequentially(client(requests), number);
    }

    Run closedLoop(int clients, Supplier<Request> requests, Duration time) {
        return generator.closedLoop(Collections.nCopies(clients, client(requests)), time);
    }

    Run atFixedRate(double perSecond, Supplier<Request> requests, Duration time) {
        return generator.atFixedRate(perSecond, client(requests), time);
    }

    private LoadGenerator.Client client(Supplier<Request> requests) {
        return () -> gateway.send(requests.get());
    }
}
