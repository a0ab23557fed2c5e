package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.reload.Reloadable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the transport when addresses and time-outs have changed. */
@Component
@Lazy(false)
final class SubgraphReload {
    SubgraphReload(Reloadable<SubgraphProperties> settings, HttpSubgraphTransport transport) {
        settings.onChange(() -> transport.apply(settings.get()));
    }
}
