package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.tree.ContextInput;
import ft.transcendence.federation.planner.tree.InputUse;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import ft.transcendence.federation.planner.tree.QueryTreeNode;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Supplies the inputs of entity moves: keys, requirements, context arguments, and the {@code __typename} of objects. Each input is a leaf, for which
 * {@link GreedySearch} selects a path as for any other.
 */
final class EntityInputSupply {
    private final QueryTree tree;
    private final PathSelection paths;
    private final GreedySearch search;

    EntityInputSupply(QueryTree tree, PathSelection paths, GreedySearch search) {
        this.tree = tree;
        this.paths = paths;
        this.search = search;
    }

    /** Where a path has type conditions, the types must be known before an entity move at its end. */
    boolean supplyTypenamesOnPath(QueryTreeNode node, List<PathCandidate> suppliers) {
        Optional<QueryTreeField> field = node.parentField();
        while (field.isPresent()) {
            if (field.get().sharesItsKey()) {
                for (String objectType : field.get().objectTypes()) {
                    if (!supplyLeaf(tree.typename(field.get().node(), objectType), suppliers)) {
                        return false;
                    }
                }
            }
            field = field.get().node().parentField();
        }
        return true;
    }

    List<KeyEdge> edges(EntityMove move, String objectType) {
        String localType = move.graphNode(objectType).orElseThrow().localType();
        return edges(move, objectType, localType).stream()
                .filter(edge -> edge.typename().equals(localType))
                .toList();
    }

    private List<KeyEdge> edges(EntityMove move, String objectType, String localType) {
        if (move.entersAgain()) {
            return tree.graph().reentryEdges(move.subgraph(), objectType);
        }
        return move.byInterface()
                ? tree.graph().interfaceKeyEdges(move.subgraph(), localType)
                : tree.graph().keyEdges(move.subgraph(), objectType);
    }

    /**
     * Supplies one key and all requirements of an entity move, and its context arguments.
     *
     * @param typenameSuppliers what the move waits for in addition to its inputs
     */
    boolean supplyInput(EntityMove move, String objectType, KeyEdge edge, List<PathCandidate> typenameSuppliers) {
        List<PathCandidate> suppliers = new ArrayList<>();
        QueryTreeNode node = move.node();
        boolean typenameIsSent = edge.typename().equals(objectType) && node.hasManyTypes();
        if (typenameIsSent && !supplyLeaf(tree.typename(node, objectType), suppliers)) {
            return false;
        }
        if (!supplyAll(node, move.objectTypes(), objectType, edge.key(), new InputUse(move.part(), true), suppliers)
                || !supplyAll(
                        node,
                        move.objectTypes(),
                        objectType,
                        move.requirements(objectType),
                        new InputUse(move.part(), false),
                        suppliers)) {
            return false;
        }
        if (move.entersRootType() && suppliers.isEmpty()) {
            // nothing is sent, but root fields are selected only for objects that exist
            PathCandidate direct = search.selectPathTo(node);
            if (direct == null) {
                return false;
            }
            suppliers.add(direct);
        }
        boolean anyType = !typenameIsSent
                && suppliers.stream().allMatch(supplier -> isInterfaceObject(node, supplier, objectType));
        // the interface's name is sent for all its types, but which keys are sent may still depend on the type
        if (!anyType
                && !typenameIsSent
                && node.hasManyTypes()
                && !supplyLeaf(tree.typename(node, objectType), suppliers)) {
            return false;
        }
        for (ContextInput context : move.contexts()) {
            if (context.source().isPresent()
                    && !supplyContext(context, context.source().get(), move.part(), suppliers)) {
                return false;
            }
        }
        suppliers.addAll(typenameSuppliers);
        paths.setInput(move, objectType, new EntityInput(edge, suppliers, anyType));
        return true;
    }

    /** Supplies a value of an enclosing object. Where that object can be of several types, the value depends on its type. */
    private boolean supplyContext(ContextInput context, QueryTreeNode source, int part, List<PathCandidate> suppliers) {
        for (String objectType : context.sourceTypes()) {
            if (source.hasManyTypes() && !supplyLeaf(tree.typename(source, objectType), suppliers)) {
                return false;
            }
            if (!supplyAll(
                    source,
                    context.sourceTypes(),
                    objectType,
                    context.argument().selection(),
                    new InputUse(part, false),
                    suppliers)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value comes from an object of the node whose subgraph does not know its type. */
    private boolean isInterfaceObject(QueryTreeNode node, PathCandidate supplier, String objectType) {
        PathCandidate candidate = supplier;
        while (candidate.node() != node && candidate instanceof FieldMove fieldMove) {
            candidate = fieldMove.parent();
        }
        return candidate
                .graphNode(objectType)
                .filter(graphNode -> tree.graph().isInterfaceObject(graphNode.subgraph(), graphNode.localType()))
                .isPresent();
    }

    /** @param scope the object types that need these fields, {@code objectType} among them */
    private boolean supplyAll(
            QueryTreeNode node,
            List<String> scope,
            String objectType,
            FieldSet fields,
            InputUse use,
            List<PathCandidate> suppliers) {
        for (FieldSet.Part part : fields.parts()) {
            boolean supplied =
                    switch (part) {
                        case FieldSet.Field field -> supplyField(node, scope, objectType, field, use, suppliers);
                        case FieldSet.Fragment fragment -> {
                            Set<String> matching = tree.graph().supergraph().objectTypes(fragment.typeCondition());
                            List<String> narrowed =
                                    scope.stream().filter(matching::contains).toList();
                            yield !matching.contains(objectType)
                                    || supplyAll(node, narrowed, objectType, fragment.selections(), use, suppliers);
                        }
                    };
            if (!supplied) {
                return false;
            }
        }
        return true;
    }

    private boolean supplyField(
            QueryTreeNode node,
            List<String> scope,
            String objectType,
            FieldSet.Field field,
            InputUse use,
            List<PathCandidate> suppliers) {
        QueryTreeField internal = tree.internalField(node, scope, objectType, field, use);
        if (internal.child().isEmpty() || internal.isVacuous()) {
            return supplyLeaf(internal, suppliers);
        }
        QueryTreeNode child = internal.child().get();
        for (String childType : child.objectTypes()) {
            if (child.hasManyTypes() && !supplyLeaf(tree.typename(child, childType), suppliers)) {
                return false;
            }
            if (!supplyAll(child, child.objectTypes(), childType, field.selections(), use, suppliers)) {
                return false;
            }
        }
        return true;
    }

    private boolean supplyLeaf(QueryTreeField leaf, List<PathCandidate> suppliers) {
        PathCandidate candidate = search.supply(leaf);
        if (candidate == null) {
            return false;
        }
        suppliers.add(candidate);
        return true;
    }
}
