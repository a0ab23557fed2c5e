package ft.transcendence.platform.servers;

import java.nio.file.Path;

/** A server did not start; the message says which, why, and where its log is. */
public final class ServerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerStartException(String server, String reason, Path log) {
        super("%s %s%nSee its log: %s%n%s".formatted(server, reason, log, LogTail.of(log, 15)));
    }

    ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
