package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.TokenClient;
import ft.transcendence.platform.servers.TokenClient.TokenRefusedException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints an access token and nothing else, so that it can be used in shell commands. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints an access token of a seeded player or of the game server, and nothing else.")
final class TokenCommand implements Callable<Integer> {

    private static final String GAME_SERVER = "game-server";

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Account account;

    @Option(names = "--password", description = "the player's password (default: the seeded players')")
    private String password = PlatformParts.DEMO_PASSWORD;

    @Option(
            names = "--code",
            description = "the current code of the player's authenticator app, if two-factor authentication is on")
    private Optional<String> code = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** The account that gets the token. */
    static final class Account {

        @Parameters(index = "0", paramLabel = "PLAYER", description = "a seeded player, such as ada")
        private @Nullable String player;

        @Option(names = "--service", paramLabel = "NAME", description = "a service account: game-server")
        private @Nullable String service;
    }

    @Override
    public Integer call() {
        TokenClient tokens = new TokenClient(URI.create(platform.ports().issuer()));
        try {
            spec.commandLine().getOut().println(token(tokens));
            return 0;
        } catch (TokenRefusedException refused) {
            throw new PlatformException("Keycloak refused to issue a token: " + refused.getMessage(), refused);
        } catch (UncheckedIOException unreachable) {
            throw new PlatformException(
                    "Keycloak does not respond at %s. Start the platform first: ./transcend up%s"
                            .formatted(platform.ports().keycloakUrl(), platform.suffix()),
                    unreachable);
        }
    }

    private String token(TokenClient tokens) {
        if (account.service == null) {
            return tokens.ofPlayer(String.valueOf(account.player), password, code);
        }
        if (!account.service.equals(GAME_SERVER)) {
            throw new PlatformException(
                    "Unknown service account '" + account.service + "'. The only one is " + GAME_SERVER + ".");
        }
        Secrets secrets = Secrets.readOrCreate(platform.home().secrets());
        return tokens.ofService(GAME_SERVER, secrets.of(Purpose.GAME_SERVER_CLIENT));
    }
}
