package ft.transcendence.federation.differential;

import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.SchemaDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.List;

/** What a client sees of a supergraph: without federation's own types and directives and without all that is inaccessible. */
final class ConsumerSchema {

    private ConsumerSchema() {}

    static Document of(String supergraph) {
        return clean(supergraph, new Cleaner(true));
    }

    /** The same with all that is inaccessible: the types subgraphs work with. */
    static Document withInaccessible(String supergraph) {
        return clean(supergraph, new Cleaner(false));
    }

    private static Document clean(String supergraph, Cleaner cleaner) {
        List<Definition> visible = Parser.parse(supergraph).getDefinitions().stream()
                .filter(definition -> !(definition instanceof SchemaDefinition)
                        && !(definition instanceof DirectiveDefinition)
                        && !((NamedNode<?>) definition).getName().contains("__")
                        && cleaner.isVisible(definition))
                .map(definition -> (Definition) definition)
                .toList();
        return (Document) new AstTransformer()
                .transform(Document.newDocument().definitions(visible).build(), cleaner);
    }

    private static boolean isInaccessible(Node<?> node) {
        return node instanceof DirectivesContainer<?> container && container.hasDirective("inaccessible");
    }

    /** Deletes directives and inaccessible parts of types. */
    private static final class Cleaner extends NodeVisitorStub {

        private final boolean hidesInaccessible;

        Cleaner(boolean hidesInaccessible) {
            this.hidesInaccessible = hidesInaccessible;
        }

        boolean isVisible(Node<?> node) {
            return !hidesInaccessible || !isInaccessible(node);
        }

        @Override
        public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
            return TreeTransformerUtil.deleteNode(context);
        }

        @Override
        public TraversalControl visitFieldDefinition(FieldDefinition node, TraverserContext<Node> context) {
            return keepIfVisible(node, context);
        }

        @Override
        public TraversalControl visitInputValueDefinition(InputValueDefinition node, TraverserContext<Node> context) {
            return keepIfVisible(node, context);
        }

        @Override
        public TraversalControl visitEnumValueDefinition(EnumValueDefinition node, TraverserContext<Node> context) {
            return keepIfVisible(node, context);
        }

        private TraversalControl keepIfVisible(Node<?> node, TraverserContext<Node> context) {
            return isVisible(node) ? TraversalControl.CONTINUE : TreeTransformerUtil.deleteNode(context);
        }
    }
}
