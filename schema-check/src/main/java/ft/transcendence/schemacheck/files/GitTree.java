package ft.transcendence.schemacheck.files;

import ft.transcendence.schemacheck.finding.CheckException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The files of a commit, as Git's command line shows them.
 *
 * @param root a folder in a working copy of the repository
 * @param revision a branch, a tag or a commit
 */
public record GitTree(Path root, String revision) implements SourceTree {

    /**
     * The files of a revision.
     *
     * @throws CheckException if the folder is in no repository, or there is no such revision
     */
    public static GitTree of(Path root, String revision) {
        GitTree tree = new GitTree(root, revision);
        Output commit = tree.git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (commit.status() == 0) {
            return tree;
        }
        String reason = commit.error().isBlank() ? "there is no such branch, tag or commit" : commit.error();
        throw new CheckException("git:" + revision + ": " + reason
                + " (a shallow clone has only its own branch: fetch the other one first)");
    }

    @Override
    public Optional<String> find(String path) {
        Output file = git("show", "--end-of-options", revision + ":./" + path);
        return file.status() == 0 ? Optional.of(file.text()) : Optional.empty();
    }

    @Override
    public List<String> list(String folder, String ending) {
        Output files = git("ls-tree", "-r", "-z", "--name-only", revision, "--", folder + "/");
        if (files.status() != 0) {
            throw new CheckException(shown(folder) + ": " + files.error());
        }
        return Stream.of(files.text().split("\0", -1))
                .filter(file -> file.endsWith(ending) && !file.isEmpty())
                .sorted()
                .toList();
    }

    @Override
    public String shown(String path) {
        return revision + ":" + path;
    }

    private record Output(int status, String text, String error) {}

    private Output git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).directory(root.toFile()).start();
            process.getOutputStream().close();
            CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String text = text(process.getInputStream());
            return new Output(process.waitFor(), text, error.join().strip());
        } catch (IOException missing) {
            throw new CheckException("git:" + revision + ": git cannot be run: " + missing.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CheckException("git:" + revision + ": interrupted");
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            throw new CheckException("git: its output cannot be read: " + closed.getMessage());
        }
    }
}
