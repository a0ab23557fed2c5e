package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Checks the machine before anything is started; each failure says what to do about it. */
final class Preflight {

    private static final long NEEDED_MEBIBYTES = 2_500;
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Preflight() {}

    static void check(Ports ports, Workspace workspace) {
        requireJava25();
        requireMemory(availableMebibytes());
        requireFreePorts(ports);
        requireBuild(workspace);
    }

    static void requireFreePorts(Ports ports) {
        for (Map.Entry<Integer, String> entry : ports.all().entrySet()) {
            if (isTaken(entry.getKey())) {
                throw new PlatformException(("Port %d, which %s needs, is used by another program.%n"
                                + "Stop that program, or use other ports: ./transcend up --port %d")
                        .formatted(entry.getKey(), entry.getValue(), ports.base() == 9080 ? 10_080 : 9080));
            }
        }
    }

    static void requireMemory(OptionalLong availableMebibytes) {
        if (availableMebibytes.orElse(NEEDED_MEBIBYTES) < NEEDED_MEBIBYTES) {
            throw new PlatformException(
                    "Only %d MiB of memory are free, but the platform needs %d MiB. Close some programs and try again."
                            .formatted(availableMebibytes.getAsLong(), NEEDED_MEBIBYTES));
        }
    }

    private static void requireJava25() {
        if (Runtime.version().feature() < 25) {
            throw new PlatformException("Java 25 is required, but this is Java "
                    + Runtime.version().feature() + ". Use ./transcend, which finds a JDK 25.");
        }
    }

    private static void requireBuild(Workspace workspace) {
        for (String jar : List.of("gateway/server", "users-subgraph", "matches-subgraph")) {
            Applications.jar(workspace, jar);
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    /** The memory available without swapping; unknown outside of Linux. */
    private static OptionalLong availableMebibytes() {
        try (Stream<String> lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
