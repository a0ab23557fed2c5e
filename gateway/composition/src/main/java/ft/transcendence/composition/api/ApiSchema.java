package ft.transcendence.composition.api;

import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Schema;

/** Step 6: the schema that clients see. */
public final class ApiSchema {
    private ApiSchema() {}

    /** The supergraph without inaccessible elements and what belongs to specifications; of no use if there are errors. */
    public static Schema of(Schema supergraph, Findings findings) {
        Visibility visibility = new Visibility(supergraph);
        ApiRule.ALL.forEach(rule -> rule.check(visibility, findings));
        return VisibleSchema.copy(visibility);
    }
}
