package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * Stops this JVM's child processes when the JVM dies, however it dies.
 *
 * <p>A shutdown hook does not run on {@code kill -9} or a crash, and Linux's parent-death signal is tied to the thread
 * that forked and absent elsewhere. A small shell process therefore holds the read end of a pipe and a list of the
 * children announced through that pipe. When the JVM dies the pipe closes, and the shell stops the children on the list.
 */
final class OrphanGuard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            watched=' '
            while read -r action pid signal; do
              case $action in
                watch) watched="$watched$pid:$signal " ;;
                forget) watched=$(printf '%s' "$watched" | sed "s/ $pid:[A-Z]* / /") ;;
              esac
            done
            for entry in $watched; do kill -"${entry#*:}" "${entry%:*}" 2>/dev/null; done
            for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
              alive=
              for entry in $watched; do kill -0 "${entry%:*}" 2>/dev/null && alive=yes; done
              [ -n "$alive" ] || exit 0
              sleep 1
            done
            for entry in $watched; do kill -KILL "${entry%:*}" 2>/dev/null; done
            """;

    private static final class Holder {
        private static final OrphanGuard SHARED = new OrphanGuard();
    }

    private final Writer instructions;

    private OrphanGuard() {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            this.instructions = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not start the guard against orphaned processes", failure);
        }
    }

    static OrphanGuard shared() {
        return Holder.SHARED;
    }

    /** Stops {@code process} with {@code signal} if this JVM dies first. */
    void watch(Process process, StopSignal signal) {
        send("watch " + process.pid() + " " + signal);
        // its id can be reused once it has exited
        process.onExit().thenRun(() -> send("forget " + process.pid()));
    }

    private synchronized void send(String instruction) {
        try {
            instructions.write(instruction + "\n");
            instructions.flush();
        } catch (IOException guardExited) {
            // the shutdown hooks still stop the processes
        }
    }
}
