package ft.transcendence.example.quarkus;

import ft.transcendence.federation.engine.FederationEngine;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the engine. The one setting is the property {@code supergraph}, a file. */
// tag::quarkus-engine[]
@Singleton
final class EngineProducer {

    /** Builds the engine when the application starts, not with the first request; a broken supergraph stops the start. */
    void start(@Observes Startup event, FederationEngine engine) {}

    @Produces
    @Singleton
    FederationEngine engine(@ConfigProperty(name = "supergraph") Path supergraph, SubgraphClient subgraphs)
            throws IOException {
        return FederationEngine.builder()
                .supergraph(Files.readString(supergraph))
                .transport(subgraphs)
                .build();
    }
}
// end::quarkus-engine[]
