package ft.transcendence.testkit.stub;

import graphql.language.AstTransformer;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.Set;

/** Removes what graphql-java does not know: directives other than GraphQL's own, and the fields of federation where the SDL has them. */
final class Unfederated extends NodeVisitorStub {

    private static final Set<String> GRAPHQL_DIRECTIVES = Set.of("deprecated", "specifiedBy", "oneOf");
    private static final Set<String> FEDERATION_FIELDS = Set.of("_entities", "_service");

    private Unfederated() {}

    static Document of(Document document) {
        return (Document) new AstTransformer().transform(document, new Unfederated());
    }

    @Override
    public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
        return keepIf(GRAPHQL_DIRECTIVES.contains(node.getName()), context);
    }

    @Override
    public TraversalControl visitFieldDefinition(FieldDefinition node, TraverserContext<Node> context) {
        return keepIf(!FEDERATION_FIELDS.contains(node.getName()), context);
    }

    private static TraversalControl keepIf(boolean kept, TraverserContext<Node> context) {
        return kept ? TraversalControl.CONTINUE : TreeTransformerUtil.deleteNode(context);
    }
}
