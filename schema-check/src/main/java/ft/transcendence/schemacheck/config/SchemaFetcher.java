package ft.transcendence.schemacheck.config;

import ft.transcendence.schemacheck.finding.CheckException;
import java.util.concurrent.CompletableFuture;

/** Fetches the schemas that are no files. */
@FunctionalInterface
public interface SchemaFetcher {

    /** The SDL; fails with a {@link CheckException}. All schemas of a supergraph.yaml are fetched at the same time. */
    CompletableFuture<String> fetch(SchemaSource.Remote source);
}
