package ft.transcendence.federation.executor.request;

import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.input.InputField;
import ft.transcendence.federation.plan.input.InputSelection;
import ft.transcendence.federation.plan.input.Representation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the representations of entities directly from the slots of the merged tree. */
public final class RepresentationWriter {

    private final String typename;
    private final Set<String> keyFields;
    private final boolean @Nullable [] runtimeTypes;
    private final byte[] start;
    private final RepresentationFields keys;
    private final @Nullable RepresentationFields keysInRequirements;
    private final RepresentationFields requirements;
    private final TypeNumbers types;

    public RepresentationWriter(Representation representation, Shape shape, TypeNumbers types) {
        this.typename = representation.typename();
        this.keyFields = representation.keys().stream()
                .filter(InputField.class::isInstance)
                .map(key -> ((InputField) key).name())
                .collect(Collectors.toUnmodifiableSet());
        this.runtimeTypes = representation.runtimeTypes().isEmpty() ? null : types.setOf(representation.runtimeTypes());
        this.start = ("{\"__typename\":\"" + representation.typename() + '"').getBytes(StandardCharsets.UTF_8);
        List<InputSelection> keys = new ArrayList<>(representation.keys());
        List<InputSelection> inRequirements = new ArrayList<>(keys);
        inRequirements.removeIf(key -> representation.requirements().stream().noneMatch(other -> sameName(key, other)));
        keys.removeAll(inRequirements);
        this.keys = RepresentationFields.of(keys, shape, types);
        this.keysInRequirements =
                inRequirements.isEmpty() ? null : RepresentationFields.of(inRequirements, shape, types);
        this.requirements = RepresentationFields.of(representation.requirements(), shape, types);
        this.types = types;
    }

    /** The type's name in the representations. */
    public String typename() {
        return typename;
    }

    /** The names of the key fields in the representations. */
    public Set<String> keyFields() {
        return keyFields;
    }

    public boolean fits(int runtimeType) {
        return runtimeTypes == null || runtimeTypes[runtimeType];
    }

    /** Writes the representation. If the outcome is not {@link Outcome#WRITTEN}, the caller must discard the output. */
    public Outcome write(MergedTree tree, int object, JsonWriter out) {
        Outcome outcome = writeKeys(tree, object, out);
        if (outcome == Outcome.WRITTEN) {
            outcome = requirements.write(tree, object, types, out, true);
        }
        out.write('}');
        return outcome;
    }

    /**
     * Writes the beginning of the representation, with its key fields. Key fields that are also required are only checked here, because they are
     * written with the requirements.
     */
    public Outcome writeKeys(MergedTree tree, int object, JsonWriter out) {
        out.write(start);
        if (keysInRequirements != null) {
            int before = out.size();
            Outcome outcome = keysInRequirements.write(tree, object, types, out, false);
            out.truncate(before);
            if (outcome != Outcome.WRITTEN) {
                return outcome;
            }
        }
        return keys.write(tree, object, types, out, false);
    }

    private static boolean sameName(InputSelection one, InputSelection other) {
        return one instanceof InputField field
                && other instanceof InputField required
                && field.name().equals(required.name());
    }
}
