package ft.transcendence.schemacheck.config;

import ft.transcendence.schemacheck.finding.CheckException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a YAML file that knows its place. */
final class YamlNode {
    private final String file;
    private final Node node;
    private final Variables variables;

    private YamlNode(String file, Node node, Variables variables) {
        this.file = file;
        this.node = node;
        this.variables = variables;
    }

    /** The file's only document; empty if the file is. */
    static Optional<YamlNode> parse(String file, String text, Variables variables) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            return Optional.ofNullable(root).map(node -> new YamlNode(file, node, variables));
        } catch (MarkedYAMLException invalid) {
            throw new CheckException(place(file, invalid.getProblemMark()) + ": " + invalid.getProblem());
        } catch (YAMLException invalid) {
            throw new CheckException(file + ": " + invalid.getMessage());
        }
    }

    /** The entries of a map, in their order. */
    List<Entry> entries(String what) {
        if (isNull()) {
            return List.of();
        }
        if (!(node instanceof MappingNode map)) {
            throw problem(what + " must be a map");
        }
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : map.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode(), variables);
            String name = key.scalar().orElseThrow(() -> key.problem("a key must be a word"));
            if (entries.stream().anyMatch(entry -> entry.name().equals(name))) {
                throw key.problem("\"" + name + "\" is here twice");
            }
            entries.add(new Entry(name, key, new YamlNode(file, tuple.getValueNode(), variables)));
        }
        return entries;
    }

    /** The entries of a map that has only known keys. */
    List<Entry> entries(String what, List<String> known) {
        List<Entry> entries = entries(what);
        for (Entry entry : entries) {
            if (!known.contains(entry.name())) {
                throw entry.key()
                        .problem("unknown key \"" + entry.name() + "\" (known: " + String.join(", ", known) + ")");
            }
        }
        return entries;
    }

    static Optional<YamlNode> value(List<Entry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name) && !entry.value().isNull())
                .map(Entry::value)
                .findFirst();
    }

    /** The text of a string, with its variables replaced; empty if it is something else. */
    Optional<String> string() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)
                ? Optional.of(variables.expand(scalar.getValue(), this))
                : Optional.empty();
    }

    /** A string, number or truth value, as written. */
    Optional<String> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** The value as written, for messages. */
    String written() {
        return switch (node) {
            case ScalarNode scalar when scalar.getTag().equals(Tag.STR) -> "\"" + scalar.getValue() + "\"";
            case ScalarNode scalar -> scalar.getValue();
            default -> "a " + node.getNodeId().name().replace("mapping", "map").replace("sequence", "list");
        };
    }

    private boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    CheckException problem(String message) {
        return new CheckException(place(file, node.getStartMark()) + ": " + message);
    }

    private static String place(String file, @Nullable Mark mark) {
        return mark == null ? file : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    record Entry(String name, YamlNode key, YamlNode value) {}
}
