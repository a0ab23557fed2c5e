package ft.transcendence.composition.postmerge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.FieldSets;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field that is computed from others ({@code @requires}, {@code @fromContext}) demands of callers at least what those demand: otherwise it would tell what
 * they hide.
 */
final class TransitiveAccessRule {
    private final Schema supergraph;
    private final Findings findings;
    private final Map<String, List<NamedType>> typesByContext = new HashMap<>();

    private TransitiveAccessRule(Schema supergraph, Findings findings) {
        this.supergraph = supergraph;
        this.findings = findings;
    }

    static void check(Schema supergraph, Findings findings) {
        TransitiveAccessRule rule = new TransitiveAccessRule(supergraph, findings);
        for (NamedType type : supergraph.types().values()) {
            type.uses(KnownDirective.CONTEXT).forEach(use -> rule.typesByContext
                    .computeIfAbsent(use.text("name").orElse(""), ignored -> new ArrayList<>())
                    .add(type));
        }
        for (NamedType type : supergraph.types().values()) {
            for (Field field : type.fields().values()) {
                for (DirectiveUse use : field.directives()) {
                    if (use.name().equals("join__field")) {
                        rule.join(type, field, use);
                    }
                }
            }
        }
    }

    private void join(NamedType type, Field field, DirectiveUse join) {
        AccessRules given = AccessRules.of(type).and(AccessRules.of(field));
        join.text("requires")
                .flatMap(FieldSets::parse)
                .flatMap(fields -> exposed(type, fields, given))
                .ifPresent(exposed -> report(field, "@requires", exposed));
        if (join.arguments().get("contextArguments") instanceof Literal.ListOf list) {
            for (Literal item : list.items()) {
                if (item instanceof Literal.ObjectOf argument) {
                    context(field, argument, given);
                }
            }
        }
    }

    private void context(Field field, Literal.ObjectOf argument, AccessRules given) {
        if (!(argument.fields().get("context") instanceof Literal.Text context)
                || !(argument.fields().get("selection") instanceof Literal.Text selection)) {
            return;
        }
        for (NamedType type : typesByContext.getOrDefault(context.value(), List.of())) {
            Optional<String> exposed = given.imply(AccessRules.of(type))
                    ? FieldSets.parse(selection.value()).flatMap(fields -> exposed(type, fields, given))
                    : Optional.of(type.name());
            exposed.ifPresent(name -> report(field, "@fromContext", name));
        }
    }

    /** The first selected element that demands more than is given. */
    private Optional<String> exposed(NamedType parent, FieldSet fields, AccessRules given) {
        for (FieldSet.Part part : fields.parts()) {
            Optional<String> exposed =
                    switch (part) {
                        case FieldSet.Field selected ->
                            Optional.ofNullable(parent.fields().get(selected.name()))
                                    .flatMap(field -> exposed(field, selected, given));
                        case FieldSet.Fragment fragment ->
                            supergraph
                                    .type(fragment.typeCondition())
                                    .flatMap(type -> given.imply(AccessRules.of(type))
                                            ? exposed(type, fragment.selections(), given)
                                            : Optional.of(type.name()));
                    };
            if (exposed.isPresent()) {
                return exposed;
            }
        }
        return Optional.empty();
    }

    private Optional<String> exposed(Field field, FieldSet.Field selected, AccessRules given) {
        Optional<NamedType> type = supergraph.type(field.type().namedType());
        boolean isImplied =
                given.imply(AccessRules.of(field)) && (type.isEmpty() || given.imply(AccessRules.of(type.get())));
        if (!isImplied) {
            return Optional.of(field.coordinate());
        }
        return type.flatMap(found -> exposed(found, selected.selections(), given));
    }

    private void report(Field field, String directive, String exposed) {
        findings.error(
                ErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                field.coordinate() + " selects " + exposed + " by " + directive
                        + ", but demands less of callers than that does",
                field.places());
    }
}
