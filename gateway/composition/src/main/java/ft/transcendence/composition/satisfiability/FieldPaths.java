package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.List;

/** The paths to the leaves of a field set, each as a field set of its own. */
final class FieldPaths {
    private FieldPaths() {}

    static List<FieldSet> of(FieldSet fields) {
        List<FieldSet> paths = new ArrayList<>();
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field when field.selections().isEmpty() -> paths.add(single(field));
                case FieldSet.Field field ->
                    of(field.selections())
                            .forEach(below ->
                                    paths.add(single(new FieldSet.Field(field.name(), field.arguments(), below))));
                case FieldSet.Fragment fragment ->
                    of(fragment.selections())
                            .forEach(
                                    below -> paths.add(single(new FieldSet.Fragment(fragment.typeCondition(), below))));
            }
        }
        return paths;
    }

    private static FieldSet single(FieldSet.Part part) {
        return new FieldSet(List.of(part));
    }
}
