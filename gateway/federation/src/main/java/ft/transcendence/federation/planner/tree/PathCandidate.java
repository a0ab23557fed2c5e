package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One way in which the objects of a place can be had from a subgraph. Identity matters, not content. */
public sealed interface PathCandidate {

    QueryTreeNode node();

    String subgraph();

    /** The standpoint for an object of this type; empty when the source never has such objects at hand. */
    Optional<GraphNode> graphNode(String objectType);

    /** The source that begins the request: itself for a root or an entity hop. */
    PathCandidate entry();

    /** A source that sees all its objects from one standpoint. */
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

    /** A root type of a subgraph. */
    final class RootMove extends DirectMove {
        RootMove(QueryTreeNode node, GraphNode graphNode) {
            super(node, graphNode);
        }

        @Override
        public PathCandidate entry() {
            return this;
        }

        @Override
        public String toString() {
            return "root of " + subgraph();
        }
    }

    /** The value of a field that the parent's source resolves. */
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
            return "field in " + parent;
        }
    }

    /** An entity hop: the objects are sent to the subgraph as representations. Or a root move, for which they only have to be there. */
    final class EntityMove implements PathCandidate {
        private final QueryTreeNode node;
        private final EntityMovePattern pattern;
        private final Optional<QueryTreeField> requiring;
        private final Map<String, FieldSet> requirements;
        private final List<ContextInput> contexts;

        /**
         * @param requiring the one field this hop is for, when it has requirements
         * @param requirements by object type, those of {@code requiring}
         * @param contexts the arguments of {@code requiring} that come from enclosing objects
         */
        EntityMove(
                QueryTreeNode node,
                EntityMovePattern pattern,
                Optional<QueryTreeField> requiring,
                Map<String, FieldSet> requirements,
                List<ContextInput> contexts) {
            this.node = node;
            this.pattern = pattern;
            this.requiring = requiring;
            this.requirements = Map.copyOf(requirements);
            this.contexts = List.copyOf(contexts);
        }

        /** A hop without requirements. */
        EntityMove(QueryTreeNode node, EntityMovePattern pattern) {
            this(node, pattern, Optional.empty(), Map.of(), List.of());
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

        /** The object types that can be sent on this hop. */
        public List<String> objectTypes() {
            return pattern.objectTypes();
        }

        public boolean byInterface() {
            return pattern.kind() == EntityMovePattern.Kind.BY_INTERFACE;
        }

        /** True when the objects are of a root type: nothing is sent, and root fields are asked. */
        public boolean entersRootType() {
            return pattern.kind() == EntityMovePattern.Kind.QUERY || isMutation();
        }

        /** Whether it is a root move that runs mutations. */
        public boolean isMutation() {
            return pattern.kind() == EntityMovePattern.Kind.MUTATION;
        }

        /** The root type of a root move. */
        public String rootType() {
            return pattern.objectTypes().getFirst();
        }

        /** Whether it is made for one field that has requirements or takes something from enclosing objects. */
        public boolean isRequiring() {
            return requiring.isPresent();
        }

        /** What the hop gets from enclosing objects. */
        public List<ContextInput> contexts() {
            return contexts;
        }

        /** What it gets from enclosing objects as arguments of this field. */
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
            return "move to " + subgraph() + " at " + node
                    + requiring.map(field -> " for " + field.name()).orElse("");
        }
    }
}
