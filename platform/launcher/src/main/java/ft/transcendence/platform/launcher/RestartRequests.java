package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Requests from commands to the launcher to restart a part, and the launcher's responses. They are files in the platform's folder, which
 * only its owner can write. A socket's path would be too long in a deep checkout, and a port would need a password.
 */
public final class RestartRequests {

    private static final String REQUESTED = ".restart";
    private static final String RESPONDED = ".response";
    private static final String DONE = "done";

    private final Path folder;

    public RestartRequests(Home home) {
        this.folder = home.requests();
    }

    /**
     * A request of one command.
     *
     * @param id identifies the request
     * @param part the part to restart
     */
    public record Request(String id, String part) {}

    /**
     * The outcome of a request.
     *
     * @param done whether the part is ready
     * @param reason why it is not ready; empty if it is
     */
    public record Response(boolean done, String reason) {}

    /** Requests a restart. */
    public Request submit(String part) {
        Request request = new Request(UUID.randomUUID().toString(), part);
        write(request.id() + REQUESTED, part);
        return request;
    }

    /** Returns and removes the pending requests. */
    List<Request> take() {
        List<Request> requests = new ArrayList<>();
        for (Path file : files(REQUESTED)) {
            String name = file.getFileName().toString();
            requests.add(new Request(name.substring(0, name.length() - REQUESTED.length()), consume(file)));
        }
        return requests;
    }

    void done(Request request) {
        write(request.id() + RESPONDED, DONE);
    }

    void failed(Request request, String reason) {
        write(request.id() + RESPONDED, reason);
    }

    /** Returns and removes the response to a request, if there is one. */
    public Optional<Response> response(Request request) {
        Path file = folder.resolve(request.id() + RESPONDED);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String text = consume(file);
        return Optional.of(text.equals(DONE) ? new Response(true, "") : new Response(false, text));
    }

    /** Removes requests that an earlier launcher did not handle. */
    void clear() {
        files("").forEach(RestartRequests::consume);
    }

    private List<Path> files(String suffix) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read " + folder, failure);
        }
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(name + ".draft");
            Files.writeString(draft, text);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not write to " + folder, failure);
        }
    }

    private static String consume(Path file) {
        try {
            String text = Files.readString(file);
            Files.delete(file);
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read and delete " + file, failure);
        }
    }
}
