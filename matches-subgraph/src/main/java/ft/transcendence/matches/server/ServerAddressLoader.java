package ft.transcendence.matches.server;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Loads the addresses of all game servers in a request at once. */
@DgsDataLoader(name = ServerAddressLoader.NAME)
public class ServerAddressLoader implements MappedBatchLoader<String, String> {

    static final String NAME = "serverAddresses";

    private final GameServerStore servers;

    ServerAddressLoader(GameServerStore servers) {
        this.servers = servers;
    }

    /** Where players connect to a game server; null if it is not registered. */
    public static CompletableFuture<@Nullable String> find(String server, DgsDataFetchingEnvironment environment) {
        DataLoader<String, @Nullable String> addresses =
                Objects.requireNonNull(environment.<String, @Nullable String>getDataLoader(NAME));
        return addresses.load(server);
    }

    @Override
    public CompletionStage<Map<String, String>> load(Set<String> servers) {
        return CompletableFuture.completedFuture(this.servers.addresses(servers));
    }
}
