package ft.transcendence.composition.contract;

import ft.transcendence.composition.ContractOptions;
import ft.transcendence.composition.ContractOptions.UnreachableTypes;
import ft.transcendence.composition.api.ApiSchema;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.merge.SubgraphMerge;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;
import java.util.Set;

/**
 * Hides what a contract does not show: marks it {@code @inaccessible} in the subgraphs, before they are merged. The supergraph keeps all of it, so
 * that keys and requirements work as without the contract; the API schema and the rules for inaccessible elements do the rest.
 *
 * <ul>
 *   <li>Tags of all subgraphs count together. The tag of a type is also a tag of its fields, their arguments and its enum values. The tag of a field is
 *       not one of its arguments.
 *   <li>With {@code include}, fields, arguments, input fields, enum values, scalars and unions need one of its tags. Object types, interfaces, input
 *       objects and enums need nothing themselves: they are shown if something in them is.
 *   <li>An element with a tag of {@code exclude} is hidden, and so is everything in it.
 *   <li>An object type, interface, input object or enum of which no subgraph shows anything is hidden. The root type for queries never is: a contract
 *       without queries is refused with {@code ONLY_INACCESSIBLE_CHILDREN}.
 *   <li>{@code @external} fields are left alone: they are shown or hidden where they are resolved.
 *   <li>What the result refers to must be shown too. Otherwise composition refuses the contract, for example with {@code REFERENCED_INACCESSIBLE},
 *       instead of showing what was not asked for.
 * </ul>
 *
 * <p>These are the rules of GraphOS and of Hive's contracts.
 */
public final class Contract {
    private Contract() {}

    /** Marks elements of the subgraphs. */
    public static void apply(List<Subgraph> subgraphs, ContractOptions options) {
        if (options.isNone()) {
            return;
        }
        InaccessibleMark mark = InaccessibleMark.of(subgraphs);
        TagFilter.hide(subgraphs, options, mark);
        if (options.unreachableTypes() == UnreachableTypes.HIDDEN) {
            hideUnreachable(subgraphs, mark);
        }
    }

    /** Only the merged schema tells what leads to a type. If it has errors, composition tells them. */
    private static void hideUnreachable(List<Subgraph> subgraphs, InaccessibleMark mark) {
        Findings findings = new Findings();
        Schema supergraph = SubgraphMerge.merge(subgraphs, findings);
        if (findings.hasErrors()) {
            return;
        }
        Schema api = ApiSchema.of(supergraph, findings);
        if (findings.hasErrors()) {
            return;
        }
        Set<String> reachable = ReachableTypes.of(api);
        for (Subgraph subgraph : subgraphs) {
            for (NamedType type : subgraph.schema().types().values()) {
                if (api.types().containsKey(type.name()) && !reachable.contains(type.name())) {
                    mark.put(type);
                }
            }
        }
    }
}
