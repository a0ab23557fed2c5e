package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A candidate path to the objects of a query tree node, named after its last move. The moves before it are the candidate's ancestors: a field
 * move continues its parent, and an entity move starts at its node, from whatever paths turn out to supply its key and requirements.
 *
 * <p>Compared by identity.
 */
public sealed interface PathCandidate {

    QueryTreeNode node();

    String subgraph();

    /** The graph node at which the path holds objects of this type; empty if it never holds any. */
    Optional<GraphNode> graphNode(String objectType);

    /** The root move or entity move by which the path enters its subgraph. It becomes a fetch. */
    PathCandidate entry();

    /** The part of the response for which the subgraph is entered; 0 is the primary part. */
    int part();

    /** A move that needs no key, so that all its objects are at one graph node. */
    abstract sealed class DirectMove implements PathCandidate {
        private final QueryTreeNode node;
        private final GraphNode graphNode;

        private DirectMove(QueryTreeNode node, GraphNode graphNode) {
            this.node = node;
            this.graphNode = graphNode;
        }

        @Override
        public QueryTreeNode node() {
            return node;
        }

        public GraphNode graphNode() {
            return graphNode;
        }

        @Override
        public String subgraph() {
            return graphNode.subgraph();
        }

        @Override
        public Optional<GraphNode> graphNode(String objectType) {
            return Optional.of(graphNode);
        }
    }

    /** Enters a subgraph at a root type of the operation. */
    final class RootMove extends DirectMove {
        private final int part;

        RootMove(QueryTreeNode node, GraphNode graphNode, int part) {
            super(node, graphNode);
            this.part = part;
        }

        @Override
        public int part() {
            return part;
        }

        @Override
        public PathCandidate entry() {
            return this;
        }

        @Override
        public String toString() {
            return "root move to " + subgraph();
        }
    }

    /** Follows a field within the subgraph of its parent. */
    final class FieldMove extends DirectMove {
        private final PathCandidate parent;
        private final QueryTreeField field;
        private final PathCandidate entry;

        FieldMove(QueryTreeNode node, PathCandidate parent, QueryTreeField field, GraphNode graphNode) {
            super(node, graphNode);
            this.parent = parent;
            this.field = field;
            this.entry = parent.entry();
        }

        @Override
        public int part() {
            return entry.part();
        }

        public PathCandidate parent() {
            return parent;
        }

        public QueryTreeField field() {
            return field;
        }

        @Override
        public PathCandidate entry() {
            return entry;
        }

        @Override
        public String toString() {
            return "field move after " + parent;
        }
    }

    /**
     * Enters a subgraph by a key: the objects are sent as representations. Objects of a root type enter with an empty key; nothing is sent for
     * them, they only have to exist.
     */
    final class EntityMove implements PathCandidate {
        private final QueryTreeNode node;
        private final EntityMovePattern pattern;
        private final int part;
        private final Optional<QueryTreeField> requiring;
        private final Map<String, FieldSet> requirements;
        private final List<ContextInput> contexts;

        /**
         * @param requiring the field that this move was made for, if that field has requirements
         * @param requirements by object type, those of {@code requiring}
         * @param contexts where the {@code @fromContext} arguments of {@code requiring} come from
         */
        EntityMove(
                QueryTreeNode node,
                EntityMovePattern pattern,
                int part,
                Optional<QueryTreeField> requiring,
                Map<String, FieldSet> requirements,
                List<ContextInput> contexts) {
            this.node = node;
            this.pattern = pattern;
            this.part = part;
            this.requiring = requiring;
            this.requirements = Map.copyOf(requirements);
            this.contexts = List.copyOf(contexts);
        }

        /** A move without requirements. */
        EntityMove(QueryTreeNode node, EntityMovePattern pattern, int part) {
            this(node, pattern, part, Optional.empty(), Map.of(), List.of());
        }

        @Override
        public int part() {
            return part;
        }

        EntityMovePattern pattern() {
            return pattern;
        }

        @Override
        public QueryTreeNode node() {
            return node;
        }

        @Override
        public String subgraph() {
            return pattern.subgraph();
        }

        @Override
        public Optional<GraphNode> graphNode(String objectType) {
            return Optional.ofNullable(pattern.graphNodes().get(objectType));
        }

        /** The object types that can be sent. */
        public List<String> objectTypes() {
            return pattern.objectTypes();
        }

        public boolean byInterface() {
            return pattern.kind() == EntityMovePattern.Kind.BY_INTERFACE;
        }

        /** Whether a subgraph that holds the objects is entered for them by a key that it resolves for no other subgraph. */
        public boolean entersAgain() {
            return pattern.kind() == EntityMovePattern.Kind.ENTITIES_AGAIN;
        }

        /** Whether the objects are of a root type, so that root fields are selected and no representations are sent. */
        public boolean entersRootType() {
            return pattern.kind() == EntityMovePattern.Kind.QUERY || isMutation();
        }

        /** Whether it enters the mutation type. */
        public boolean isMutation() {
            return pattern.kind() == EntityMovePattern.Kind.MUTATION;
        }

        /** The root type that it enters. */
        public String rootType() {
            return pattern.objectTypes().getFirst();
        }

        /** Whether it was made for a single field with requirements or context arguments. */
        public boolean isRequiring() {
            return requiring.isPresent();
        }

        /**
         * Whether it enters the subgraph of a move above it for the same requirements, from a node that is reached in the same ways. As an input of that
         * move it gains nothing: what supplies its inputs can supply those of that move.
         */
        public boolean repeats(EntityMove above) {
            return node.depth() > above.node.depth()
                    && pattern.equals(above.pattern)
                    && requirements.equals(above.requirements)
                    && contexts.equals(above.contexts)
                    && node.isReachedLike(above.node)
                    && node.isBelow(above.node);
        }

        /** The inputs from enclosing objects. */
        public List<ContextInput> contexts() {
            return contexts;
        }

        /** The inputs from enclosing objects that are arguments of this field. */
        public List<ContextInput> contexts(QueryTreeField field) {
            return requiring.filter(field::equals).isPresent() ? contexts : List.of();
        }

        public FieldSet requirements(String objectType) {
            return requirements.getOrDefault(objectType, FieldSet.EMPTY);
        }

        @Override
        public PathCandidate entry() {
            return this;
        }

        @Override
        public String toString() {
            return "entity move to " + subgraph() + " at " + node
                    + requiring.map(field -> " for " + field.name()).orElse("");
        }
    }
}
