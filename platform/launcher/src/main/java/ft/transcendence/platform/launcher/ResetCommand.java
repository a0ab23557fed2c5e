package ft.transcendence.platform.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes a platform's data, secrets and logs. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Deletes the data, secrets and logs of a stopped platform.")
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = platform.home();
        ProcessRegistry registry = ProcessRegistry.read(home);
        if (registry.launcher().isPresent() || !registry.parts().isEmpty()) {
            throw new PlatformException("The platform is running. Stop it first: ./transcend down" + platform.suffix());
        }
        home.delete();
        spec.commandLine().getOut().println("Deleted: " + home.folder());
        return 0;
    }
}
