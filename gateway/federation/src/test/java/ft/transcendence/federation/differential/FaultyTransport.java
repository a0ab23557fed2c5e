package ft.transcendence.federation.differential;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Injects a fault into one request; all others pass. */
final class FaultyTransport implements SubgraphTransport {

    private final SubgraphTransport subgraphs;
    private final AtomicInteger untilFault = new AtomicInteger(-1);
    private Fault fault = Fault.NONE;
    private Dice dice = new Dice(0);

    FaultyTransport(SubgraphTransport subgraphs) {
        this.subgraphs = subgraphs;
    }

    /** @param requestsBefore the number of requests that pass before the faulty one */
    void prepare(Fault nextFault, int requestsBefore, Dice faultDice) {
        fault = nextFault;
        dice = faultDice;
        untilFault.set(requestsBefore);
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        return untilFault.getAndDecrement() == 0
                ? fault.apply(() -> subgraphs.send(request), dice)
                : subgraphs.send(request);
    }
}
