package ft.transcendence.schemacheck.files;

import ft.transcendence.schemacheck.finding.CheckException;
import java.util.List;
import java.util.Optional;

/** The files below and around a folder. Paths are relative to that folder, with forward slashes. */
public interface SourceTree {

    /** The text of a file; empty if there is none. */
    Optional<String> find(String path);

    /** Files below a folder whose names have this ending, in the order of their paths; none if the folder is missing. */
    List<String> list(String folder, String ending);

    /** How a path is shown in messages. */
    String shown(String path);

    default String read(String path) {
        return find(path).orElseThrow(() -> new CheckException(shown(path) + ": the file does not exist"));
    }
}
