package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.JavaProgram;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs {@code up} in a process that outlives this one, and copies its output until the platform is ready. */
final class Detached {

    static final String LOG = "launcher";

    private Detached() {}

    /** Returns 0 when the platform is ready, or another status when it failed; the output has been printed by then. */
    static int launch(PlatformOptions platform, Home home, List<String> options, PrintWriter out)
            throws IOException, InterruptedException {
        Path log = home.newLog(LOG);
        Files.createFile(log);
        Process launcher = new ProcessBuilder(command(platform, options))
                .directory(platform.workspace().root().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (RandomAccessFile output = new RandomAccessFile(log.toFile(), "r")) {
            while (!launcher.waitFor(100, TimeUnit.MILLISECONDS)) {
                copyNew(output, out);
                Optional<PlatformState> outcome = outcome(ProcessRegistry.read(home), launcher);
                if (outcome.isPresent()) {
                    launcher.waitFor(300, TimeUnit.MILLISECONDS);
                    copyNew(output, out);
                    return launcher.isAlive() ? outcome.get().exitStatus() : 1;
                }
            }
            copyNew(output, out);
            return 1;
        }
    }

    /** Ignores what another process wrote, such as an earlier launcher. */
    private static Optional<PlatformState> outcome(ProcessRegistry registry, Process launcher) {
        boolean wrote = registry.launcher()
                .filter(process -> process.pid() == launcher.pid())
                .isPresent();
        PlatformState state = registry.state();
        boolean settled =
                state == PlatformState.READY || (state == PlatformState.DEGRADED && registry.hasGivenUpPart());
        return wrote && settled ? Optional.of(state) : Optional.empty();
    }

    private static List<String> command(PlatformOptions platform, List<String> options) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                JavaProgram.EXIT_WHEN_OUT_OF_MEMORY,
                "-cp",
                System.getProperty("java.class.path"),
                Transcend.class.getName(),
                "up",
                "--port",
                Integer.toString(platform.ports().base())));
        command.addAll(options);
        return command;
    }

    private static void copyNew(RandomAccessFile output, PrintWriter out) throws IOException {
        byte[] bytes = new byte[(int) (output.length() - output.getFilePointer())];
        output.readFully(bytes);
        out.print(new String(bytes, StandardCharsets.UTF_8));
        out.flush();
    }
}
