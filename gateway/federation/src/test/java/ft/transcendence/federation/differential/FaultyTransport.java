package ft.transcendence.federation.differential;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets one request suffer a fault; all others get through. */
final class FaultyTransport implements SubgraphTransport {

    private final SubgraphTransport subgraphs;
    private final AtomicInteger untilFault = new AtomicInteger(-1);
    private Fault fault = Fault.NONE;
    private Dice dice = new Dice(0);

    FaultyTransport(SubgraphTransport subgraphs) {
        this.subgraphs = subgraphs;
    }

    /** @param requestsBefore how many requests get through before the one that suffers */
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
