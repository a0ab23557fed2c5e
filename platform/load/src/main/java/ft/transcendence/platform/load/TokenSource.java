package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import ft.transcendence.platform.launcher.PlatformParts;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.TokenClient;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** The access token of one caller, refreshed before it expires. */
final class TokenSource {

    private static final Duration REFRESH_AFTER = Duration.ofMinutes(2);

    private final Supplier<String> login;
    private String token;
    private long since;

    private TokenSource(Supplier<String> login) {
        this.login = login;
        this.token = login.get();
        this.since = System.nanoTime();
    }

    /** Tokens of a demo player who views others. */
    static TokenSource spectator(PlatformOptions platform) {
        TokenClient tokens = new TokenClient(URI.create(platform.ports().issuer()));
        return new TokenSource(() -> tokens.ofPlayer("ada", PlatformParts.DEMO_PASSWORD));
    }

    /** Tokens of the game server that reports results. */
    static TokenSource gameServer(PlatformOptions platform) {
        TokenClient tokens = new TokenClient(URI.create(platform.ports().issuer()));
        String secret = Secrets.readOrCreate(platform.home().secrets()).of(Purpose.GAME_SERVER_CLIENT);
        return new TokenSource(() -> tokens.ofService("game-server", secret));
    }

    /** The current token, or a new one if it is old. */
    synchronized String token() {
        if (System.nanoTime() - since > REFRESH_AFTER.toNanos()) {
            refresh();
        }
        return token;
    }

    /** Requests a new token, before a run. */
    synchronized void refresh() {
        token = login.get();
        since = System.nanoTime();
    }
}
