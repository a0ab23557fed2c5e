package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.GameServerClients;
import ft.transcendence.platform.servers.GameServerClients.Created;
import ft.transcendence.platform.servers.GameServerClients.RefusedException;
import ft.transcendence.platform.servers.KeycloakServer.Credentials;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages the accounts of game servers. */
@Command(
        name = "game-server",
        mixinStandardHelpOptions = true,
        description = {
            "Manages the accounts with which game servers log in; docs/game-servers.md explains what they do with them.",
            "add NAME prints the id and the secret of a new account, once. list prints the names. remove NAME deletes an account:"
                    + " the game server gets no more tokens, and its last one expires within five minutes."
        })
final class GameServerCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*");

    /** What to do. The constants are written like this on the command line. */
    enum Action {
        add,
        list,
        remove
    }

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(index = "0", paramLabel = "ACTION", description = "add, list or remove")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Action action;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "up to 40 lower-case letters, digits, and hyphens between them")
    private Optional<String> name = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            switch (action) {
                case add -> add(requiredName());
                case list -> clients().names().forEach(spec.commandLine().getOut()::println);
                case remove -> remove(requiredName());
            }
            return 0;
        } catch (RefusedException refused) {
            throw new PlatformException("Keycloak refused the change: " + refused.getMessage(), refused);
        } catch (UncheckedIOException unreachable) {
            throw new PlatformException(
                    "Keycloak does not respond at %s. Start the platform first: ./transcend up%s"
                            .formatted(platform.ports().keycloakUrl(), platform.suffix()),
                    unreachable);
        }
    }

    private GameServerClients clients() {
        Path secrets = platform.home().secrets();
        if (Files.notExists(secrets)) {
            throw new PlatformException("Start the platform first: ./transcend up" + platform.suffix());
        }
        return new GameServerClients(
                URI.create(platform.ports().keycloakUrl()),
                PlatformParts.REALM,
                new Credentials(
                        PlatformParts.ADMIN, Secrets.readOrCreate(secrets).of(Purpose.KEYCLOAK_ADMIN)));
    }

    /** The output can be used as an environment file. */
    private void add(String newName) {
        Created created = clients()
                .add(newName)
                .orElseThrow(() -> new PlatformException("There is a game server " + newName
                        + " already. For a new secret, remove it first and add it again."));
        PrintWriter out = spec.commandLine().getOut();
        out.println("GAME_SERVER_ID=" + created.id());
        out.println("GAME_SERVER_SECRET=" + created.secret());
        spec.commandLine().getErr().println("Store the secret now: it is not shown again.");
    }

    private void remove(String oldName) {
        if (!clients().remove(oldName)) {
            throw new PlatformException("There is no game server " + oldName + ".");
        }
    }

    private String requiredName() {
        String given = name.orElseThrow(() -> invalid(action + " needs the NAME of a game server"));
        if (!NAME.matcher(given).matches()) {
            throw invalid(
                    "'" + given + "' is not a name: up to 40 lower-case letters, digits, and hyphens between them");
        }
        return given;
    }

    private ParameterException invalid(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
