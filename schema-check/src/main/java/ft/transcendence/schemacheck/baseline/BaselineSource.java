package ft.transcendence.schemacheck.baseline;

import ft.transcendence.schemacheck.finding.CheckException;
import java.nio.file.Path;

/** Where the baseline is. */
public sealed interface BaselineSource {
    String GIT = "git:";

    /** The last release: a folder that {@code --release} writes. */
    record Release(Path folder) implements BaselineSource {}

    /** A supergraph, with the events in a folder {@code events} beside it. */
    record SupergraphFile(Path file) implements BaselineSource {}

    /** The supergraph and the events of another branch, a tag or a commit. */
    record Revision(String revision) implements BaselineSource {}

    /** Reads {@code git:REVISION} or the name of a file. */
    static BaselineSource parse(String text) {
        if (!text.startsWith(GIT)) {
            return new SupergraphFile(Path.of(text));
        }
        String revision = text.substring(GIT.length());
        if (revision.isBlank() || revision.startsWith("-")) {
            throw new CheckException("\"" + text + "\" is no baseline: write git: and a branch, tag or commit");
        }
        return new Revision(revision);
    }
}
