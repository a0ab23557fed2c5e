package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.AotCaches.Missing;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes the class caches of container images: runs the whole platform with the applications of the images, once, and trains them. Called by
 * {@code platform/containers/train}.
 */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Makes the class caches of container images: runs the platform with the applications in FOLDER, and trains them.")
final class TrainCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(
            paramLabel = "FOLDER",
            description = "has a folder for each application, named like its module, with the files of its image")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = new Progress(spec.commandLine().getOut());
        Preflight.check(platform.ports(), platform.workspace());
        Home home = Home.ofTraining(platform.workspace());
        home.delete();
        Secrets secrets = Secrets.readOrCreate(home.secrets());
        AotCaches caches = new AotCaches(Missing.RECORD);
        PlatformSupervisor supervisor = new PlatformSupervisor(
                new PlatformParts(
                                platform.workspace(),
                                platform.ports(),
                                home,
                                secrets,
                                new Installation.Images(folder, caches),
                                AotCaches.existing(),
                                new PassedSettings(Map.of()))
                        .all(),
                RestartPolicy.STANDARD,
                InstantSource.system(),
                progress,
                change -> {});
        CacheTraining training = new CacheTraining(caches, platform.workspace(), platform.ports(), progress);

        progress.say("Starting the platform. Logs: " + home.logs());
        try {
            supervisor.start();
            new DemoData(platform.ports(), secrets, home, progress).createOnce();
            training.begin();
            training.await();
        } finally {
            supervisor.stop();
        }
        if (!training.save()) {
            throw new PlatformException("The class caches are not complete. Logs: " + home.logs());
        }
        home.delete();
        return 0;
    }
}
