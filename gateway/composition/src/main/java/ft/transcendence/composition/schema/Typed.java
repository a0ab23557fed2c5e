package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;

/** What has a type: a field, an argument or an input field. */
public sealed interface Typed permits Field, InputValue {
    String coordinate();

    TypeRef type();

    void changeType(TypeRef changed);

    List<Place> places();
}
