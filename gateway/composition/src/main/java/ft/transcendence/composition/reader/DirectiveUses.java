package ft.transcendence.composition.reader;

import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.syntax.SdlDocument.AppliedDirective;
import java.util.List;

/** Applies directives to elements, with what their names mean in the schema. */
final class DirectiveUses {
    private final SpecificationElements elements;
    private final UnknownDirectives unknownDirectives;
    private final Links links;
    private final Problems problems;

    DirectiveUses(SpecificationElements elements, UnknownDirectives unknownDirectives, Links links, Problems problems) {
        this.elements = elements;
        this.unknownDirectives = unknownDirectives;
        this.links = links;
        this.problems = problems;
    }

    /**
     * Applies directives, all of which have to be defined.
     *
     * @param declaration the number of the declaration that the directives stand on
     */
    void apply(Element element, List<AppliedDirective> applied, int declaration) {
        for (AppliedDirective use : applied) {
            if (elements.definition(use.name()).isEmpty()) {
                problems.add(unknownDirectives.error(use, links));
            }
        }
        applyDefined(element, applied, declaration);
    }

    /** Applies directives that have been looked up before. */
    void applyDefined(Element element, List<AppliedDirective> applied, int declaration) {
        for (AppliedDirective use : applied) {
            element.directives()
                    .add(new DirectiveUse(
                            use.name(), elements.meaning(use.name()), use.arguments(), declaration, use.place()));
        }
    }
}
