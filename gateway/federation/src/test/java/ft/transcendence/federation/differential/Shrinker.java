package ft.transcendence.federation.differential;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reduces a failing case: removes selections, arguments, directives and fragments one by one, as long as the case still fails. */
final class Shrinker {

    private final Predicate<WorldText> fails;

    Shrinker(Predicate<WorldText> fails) {
        this.fails = fails;
    }

    WorldText shrink(WorldText world) {
        OperationCheck check = new OperationCheck(world.supergraph());
        WorldText smallest = world;
        String inlined = new FragmentInliner(world.operation()).inlined();
        WorldText withoutSpreads = world.withOperation(inlined, world.variableValues());
        if (check.isValid(inlined) && fails.test(withoutSpreads)) {
            smallest = withoutSpreads;
        }
        int index = 0;
        while (true) {
            Removal removal = new Removal(index);
            String document = removal.apply(smallest.operation());
            if (!removal.found) {
                return smallest;
            }
            WorldText candidate = smallest.withOperation(document, usedVariables(document, smallest));
            if (check.isValid(document) && fails.test(candidate)) {
                smallest = candidate;
            } else {
                index++;
            }
        }
    }

    private static Map<String, @Nullable Object> usedVariables(String document, WorldText world) {
        Map<String, @Nullable Object> used = new LinkedHashMap<>(world.variableValues());
        used.keySet().removeIf(name -> !document.contains("$" + name + ":"));
        return used;
    }

    /** Deletes the n-th removable part. */
    private static final class Removal extends NodeVisitorStub {

        private int left;
        private boolean found;

        Removal(int index) {
            this.left = index;
        }

        String apply(String operation) {
            Document document = Parser.parse(operation);
            Document smaller = (Document) new AstTransformer().transform(document, this);
            return AstPrinter.printAst(FragmentInliner.withoutUnusedVariables(smaller));
        }

        @Override
        protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
            boolean canGo = node instanceof Field
                    || node instanceof InlineFragment
                    || node instanceof FragmentSpread
                    || node instanceof Directive
                    || node instanceof Argument;
            if (!found && canGo && left-- == 0) {
                found = true;
                return TreeTransformerUtil.deleteNode(context);
            }
            return TraversalControl.CONTINUE;
        }
    }
}
