package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import ft.transcendence.platform.launcher.PlatformParts;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.TokenClient;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Somebody who asks, with an access token that is renewed before it expires. */
final class Caller {

    private static final Duration RENEWED_AFTER = Duration.ofMinutes(2);

    private final Supplier<String> login;
    private String token;
    private long since;

    private Caller(Supplier<String> login) {
        this.login = login;
        this.token = login.get();
        this.since = System.nanoTime();
    }

    /** A demo player who looks at others. */
    static Caller spectator(PlatformOptions platform) {
        TokenClient tokens = new TokenClient(URI.create(platform.ports().issuer()));
        return new Caller(() -> tokens.ofPlayer("ada", PlatformParts.DEMO_PASSWORD));
    }

    /** The game server that reports results. */
    static Caller gameServer(PlatformOptions platform) {
        TokenClient tokens = new TokenClient(URI.create(platform.ports().issuer()));
        String secret = Secrets.readOrCreate(platform.home().secrets()).of(Purpose.GAME_SERVER_CLIENT);
        return new Caller(() -> tokens.ofService("game-server", secret));
    }

    synchronized String token() {
        if (System.nanoTime() - since > RENEWED_AFTER.toNanos()) {
            token = login.get();
            since = System.nanoTime();
        }
        return token;
    }
}
