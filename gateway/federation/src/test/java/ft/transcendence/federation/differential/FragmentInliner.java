package ft.transcendence.federation.differential;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes an operation without named fragments, so that its parts can be removed individually. */
final class FragmentInliner extends NodeVisitorStub {

    private final Document document;
    private final Map<String, FragmentDefinition> fragments;

    FragmentInliner(String operation) {
        this.document = Parser.parse(operation);
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
    }

    String inlined() {
        Document operationAlone = Document.newDocument()
                .definition(
                        document.getDefinitionsOfType(OperationDefinition.class).getFirst())
                .build();
        return AstPrinter.printAst(new AstTransformer().transform(operationAlone, this));
    }

    @Override
    public TraversalControl visitFragmentSpread(FragmentSpread node, TraverserContext<Node> context) {
        FragmentDefinition fragment = fragments.get(node.getName());
        if (fragment == null) {
            return TraversalControl.CONTINUE;
        }
        return TreeTransformerUtil.changeNode(
                context,
                InlineFragment.newInlineFragment()
                        .typeCondition(fragment.getTypeCondition())
                        .directives(node.getDirectives())
                        .selectionSet(fragment.getSelectionSet())
                        .build());
    }

    static Document withoutUnusedVariables(Document document) {
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        String text = AstPrinter.printAst(operation.transform(builder -> builder.variableDefinitions(List.of())));
        List<VariableDefinition> used = operation.getVariableDefinitions().stream()
                .filter(variable -> text.matches("(?s).*\\$" + variable.getName() + "\\b.*"))
                .toList();
        return Document.newDocument()
                .definition(operation.transform(builder -> builder.variableDefinitions(used)))
                .build();
    }
}
