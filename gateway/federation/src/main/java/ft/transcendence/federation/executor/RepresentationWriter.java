package ft.transcendence.federation.executor;

import ft.transcendence.federation.executor.RepresentationFields.Outcome;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.Representation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the representation of an entity straight from its slots. */
final class RepresentationWriter {

    private final boolean @Nullable [] runtimeTypes;
    private final byte[] start;
    private final RepresentationFields keys;
    private final RepresentationFields requirements;
    private final TypeNumbers types;

    RepresentationWriter(Representation representation, Shape shape, TypeNumbers types) {
        this.runtimeTypes = representation.runtimeTypes().isEmpty() ? null : types.setOf(representation.runtimeTypes());
        this.start = ("{\"__typename\":\"" + representation.typename() + '"').getBytes(StandardCharsets.UTF_8);
        this.keys = RepresentationFields.of(representation.keys(), shape, types);
        this.requirements = RepresentationFields.of(representation.requirements(), shape, types);
        this.types = types;
    }

    boolean fits(int runtimeType) {
        return runtimeTypes == null || runtimeTypes[runtimeType];
    }

    /** Writes the representation; unless it says {@link Outcome#WRITTEN} the caller has to take back what was written. */
    Outcome write(MergedTree tree, int object, JsonWriter out) {
        Outcome outcome = writeKeys(tree, object, out);
        if (outcome == Outcome.WRITTEN) {
            outcome = requirements.write(tree, object, types, out, true);
        }
        out.write('}');
        return outcome;
    }

    /** Writes the representation without its requirements and its end. */
    Outcome writeKeys(MergedTree tree, int object, JsonWriter out) {
        out.write(start);
        return keys.write(tree, object, types, out, false);
    }
}
