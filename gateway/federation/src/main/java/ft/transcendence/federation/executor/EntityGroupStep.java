package ft.transcendence.federation.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code _entities} field of an entity fetch: which objects it completes, what it sends for them, what it asks. */
final class EntityGroupStep {

    private final TargetPath path;
    private final String key;
    private final byte[] variable;
    private final List<RepresentationWriter> writers;
    private final AnswerFields fields;

    /**
     * @param key the field's response key
     * @param variable the member's name and colon before the representations
     */
    EntityGroupStep(
            TargetPath path, String key, byte[] variable, List<RepresentationWriter> writers, AnswerFields fields) {
        this.path = path;
        this.key = key;
        this.variable = variable;
        this.writers = List.copyOf(writers);
        this.fields = fields;
    }

    TargetPath path() {
        return path;
    }

    String key() {
        return key;
    }

    byte[] variable() {
        return variable;
    }

    AnswerFields fields() {
        return fields;
    }

    /** How an object of this runtime type is represented; null if it is not asked for. */
    @Nullable RepresentationWriter writerFor(int runtimeType) {
        for (RepresentationWriter writer : writers) {
            if (writer.fits(runtimeType)) {
                return writer;
            }
        }
        return null;
    }
}
