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
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The schema that a client of a supergraph sees: without federation's own types and directives, and without inaccessible elements. */
final class ConsumerSchema {

    private ConsumerSchema() {}

    static Document of(String supergraph) {
        return clean(supergraph, new Cleaner(true));
    }

    /** The schema with inaccessible elements: the types that subgraphs work with. */
    static Document withInaccessible(String supergraph) {
        return clean(supergraph, new Cleaner(false));
    }

    private static Document clean(String supergraph, Cleaner cleaner) {
        List<Definition> visible = Parser.parse(supergraph).getDefinitions().stream()
                .filter(definition -> !(definition instanceof SchemaDefinition)
                        && !(definition instanceof DirectiveDefinition)
                        && !nameOf(definition).contains("__")
                        && cleaner.isVisible(definition))
                .map(definition -> (Definition) definition)
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> names = visible.stream().map(ConsumerSchema::nameOf).collect(Collectors.toCollection(HashSet::new));
        visible.replaceAll(definition -> withVisibleTypes(definition, names));
        return (Document) new AstTransformer()
                .transform(Document.newDocument().definitions(visible).build(), cleaner);
    }

    private static String nameOf(Node<?> definition) {
        return ((NamedNode<?>) definition).getName();
    }

    /** Removes members and interfaces that are not among these types. */
    @SuppressWarnings("rawtypes") // graphql-java's own lists of types are raw
    private static Definition withVisibleTypes(Definition definition, Set<String> names) {
        return switch (definition) {
            case UnionTypeDefinition union ->
                union.transform(changed -> changed.memberTypes(visible(union.getMemberTypes(), names)));
            case ObjectTypeDefinition object ->
                object.transform(changed -> changed.implementz(visible(object.getImplements(), names)));
            case InterfaceTypeDefinition type ->
                type.transform(changed -> changed.implementz(visible(type.getImplements(), names)));
            default -> definition;
        };
    }

    @SuppressWarnings("rawtypes") // graphql-java's own lists of types are raw
    private static List<Type> visible(List<Type> types, Set<String> names) {
        return types.stream().filter(type -> names.contains(nameOf(type))).toList();
    }

    private static boolean isInaccessible(Node<?> node) {
        return node instanceof DirectivesContainer<?> container && container.hasDirective("inaccessible");
    }

    /** Removes directives and inaccessible parts of types. */
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
