package ft.transcendence.composition.postmerge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** An implementation has all fields of its interface, also those that another subgraph adds to the interface. */
final class InterfaceFieldsRule {
    private InterfaceFieldsRule() {}

    static void check(Schema supergraph, Findings findings) {
        for (NamedType type : supergraph.types().values()) {
            for (String name : type.interfaces()) {
                supergraph.type(name).ifPresent(implemented -> implemented.fields().values().stream()
                        .filter(field -> !type.fields().containsKey(field.name()))
                        .forEach(field -> missing(type, field, findings)));
            }
        }
    }

    private static void missing(NamedType type, Field field, Findings findings) {
        List<Place> places = new ArrayList<>(field.places());
        places.addAll(type.places());
        findings.error(
                ErrorCode.INTERFACE_FIELD_NO_IMPLEM,
                type.name() + " implements " + field.parent().name() + ", but no subgraph gives it the field "
                        + field.name(),
                places);
    }
}
