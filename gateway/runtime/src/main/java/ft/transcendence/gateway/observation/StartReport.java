package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.protection.Protection;
import ft.transcendence.gateway.protection.Protections;
import ft.transcendence.gateway.subgraph.SubgraphAddresses;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Logs once what the gateway runs with: the supergraph, where its subgraphs are and who says so, and which protections are on. */
@Component
final class StartReport implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final CurrentEngine engine;
    private final SubgraphAddresses addresses;
    private final List<Protections> protections;

    StartReport(CurrentEngine engine, SubgraphAddresses addresses, List<Protections> protections) {
        this.engine = engine;
        this.addresses = addresses;
        this.protections = List.copyOf(protections);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.info(text());
        }
    }

    String text() {
        StringBuilder report = new StringBuilder("The gateway runs with");
        line(report, "supergraph", engine.source().toString());
        engine.get().subgraphs().forEach((name, routingUrl) -> {
            SubgraphAddresses.Located located = addresses.locate(name, routingUrl);
            line(
                    report,
                    "subgraph",
                    name + " at " + LogText.clean(listed(located.addresses())) + " (" + located.origin() + ")");
        });
        line(report, "on", named(Protection.State.ON));
        line(report, "off", named(Protection.State.OFF));
        return report.toString();
    }

    private static void line(StringBuilder report, String what, String value) {
        report.append("%n  %-10s  %s".formatted(what, value));
    }

    private String named(Protection.State state) {
        String names = protections.stream()
                .flatMap(part -> part.protections().stream())
                .filter(protection -> protection.state() == state)
                .map(protection -> protection.detail().isEmpty()
                        ? protection.name()
                        : protection.name() + " (" + protection.detail() + ")")
                .sorted()
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? "nothing" : names;
    }

    private static String listed(List<URI> addresses) {
        return addresses.stream().map(URI::toString).collect(Collectors.joining(", "));
    }
}
