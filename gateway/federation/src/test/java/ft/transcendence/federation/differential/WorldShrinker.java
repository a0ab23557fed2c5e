package ft.transcendence.federation.differential;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reduces the world of a failing case: removes types and fields everywhere, as long as the case still fails. */
final class WorldShrinker {

    private final Predicate<WorldText> fails;

    /** @param fails whether a world, which may be broken, fails like the case */
    WorldShrinker(Predicate<WorldText> fails) {
        this.fails = fails;
    }

    WorldText shrink(WorldText world) {
        WorldText smallest = world;
        for (String coordinate : coordinates(world.supergraph())) {
            WorldText candidate = without(smallest, coordinate);
            if (fails.test(candidate)) {
                smallest = candidate;
            }
        }
        return smallest;
    }

    /** Types first, as {@code Type}, then fields, as {@code Type.field}. */
    private static List<String> coordinates(String supergraph) {
        List<String> types = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (Definition<?> definition : Parser.parse(supergraph).getDefinitions()) {
            if (definition instanceof TypeDefinition<?> type && !type.getName().contains("__")) {
                types.add(type.getName());
                for (Node<?> child : type.getChildren()) {
                    if (child instanceof FieldDefinition field) {
                        fields.add(type.getName() + "." + field.getName());
                    }
                }
            }
        }
        types.addAll(fields);
        return types;
    }

    private static WorldText without(WorldText world, String coordinate) {
        Map<String, String> subgraphs = new LinkedHashMap<>();
        world.subgraphs().forEach((name, sdl) -> subgraphs.put(name, without(sdl, coordinate)));
        return new WorldText(
                without(world.supergraph(), coordinate), subgraphs, world.data(), world.operation(), world.variables());
    }

    private static String without(String sdl, String coordinate) {
        Document document = Parser.parse(sdl);
        Document smaller = (Document) new AstTransformer().transform(document, new NodeVisitorStub() {
            @Override
            protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
                return coordinate.equals(coordinateOf(node, context))
                        ? TreeTransformerUtil.deleteNode(context)
                        : TraversalControl.CONTINUE;
            }
        });
        return AstPrinter.printAst(smaller);
    }

    private static String coordinateOf(Node<?> node, TraverserContext<Node> context) {
        return switch (node) {
            case TypeDefinition<?> type -> type.getName();
            case FieldDefinition field ->
                (context.getParentNode() instanceof NamedNode<?> parent ? parent.getName() : "") + "."
                        + field.getName();
            default -> "";
        };
    }
}
