package ft.transcendence.composition.api;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Element;
import java.util.ArrayList;
import java.util.List;

/** A rule for {@code @inaccessible} elements. */
interface ApiRule {

    void check(Visibility visibility, Findings findings);

    /** All rules. Each finds other mistakes, so that their order does not matter. */
    List<ApiRule> ALL = List.of(
            new DisallowedInaccessible(),
            new QueryRootTypeInaccessible(),
            new ReferencedInaccessible(),
            new OnlyInaccessibleChildren(),
            new ImplementedByInaccessible(),
            new RequiredInaccessible(),
            new DefaultValueUsesInaccessible());

    /** The places of two elements that do not fit together. */
    static List<Place> places(Element one, Element other) {
        List<Place> places = new ArrayList<>(one.places());
        places.addAll(other.places());
        return places;
    }
}
