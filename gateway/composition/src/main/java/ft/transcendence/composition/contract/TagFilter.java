package ft.transcendence.composition.contract;

import ft.transcendence.composition.ContractOptions;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.federation.OperationKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hides the elements that a contract does not show by their tags. */
final class TagFilter {
    private final Tags tags;
    private final ContractOptions options;
    private final InaccessibleMark mark;
    /** The types in which some subgraph shows something. */
    private final Set<String> typesWithContent = new HashSet<>();

    private TagFilter(Tags tags, ContractOptions options, InaccessibleMark mark) {
        this.tags = tags;
        this.options = options;
        this.mark = mark;
    }

    static void hide(List<Subgraph> subgraphs, ContractOptions options, InaccessibleMark mark) {
        if (options.include().isEmpty() && options.exclude().isEmpty()) {
            return;
        }
        TagFilter filter = new TagFilter(new Tags(subgraphs), options, mark);
        for (Subgraph subgraph : subgraphs) {
            types(subgraph).forEach(filter::filter);
        }
        for (Subgraph subgraph : subgraphs) {
            String queries = subgraph.schema().roots().getOrDefault(OperationKind.QUERY, "");
            types(subgraph).stream()
                    .filter(type -> !type.name().equals(queries))
                    .forEach(filter::hideWithoutContent);
        }
    }

    private static List<NamedType> types(Subgraph subgraph) {
        return subgraph.schema().types().values().stream()
                .filter(type -> subgraph.links().type(type.name()).isEmpty())
                .toList();
    }

    private void filter(NamedType type) {
        switch (type.kind()) {
            case SCALAR, UNION -> {
                if (options.hides(tags.of(type))) {
                    mark.put(type);
                }
            }
            case OBJECT, INTERFACE, INPUT_OBJECT, ENUM -> {
                if (options.excludes(tags.of(type))) {
                    mark.put(type);
                }
                type.fields().values().forEach(field -> filter(type, field));
                type.inputFields().values().forEach(field -> filter(type, field));
                type.values().values().forEach(value -> filter(type, value));
            }
        }
    }

    private void filter(NamedType type, Field field) {
        if (field.has(KnownDirective.EXTERNAL) || type.has(KnownDirective.EXTERNAL)) {
            return;
        }
        for (InputValue argument : field.arguments().values()) {
            if (options.hides(tags.of(type, argument))) {
                mark.put(argument);
            }
        }
        filterContent(type, field);
    }

    private void filter(NamedType type, InputValue field) {
        filterContent(type, field);
    }

    private void filter(NamedType type, EnumValue value) {
        filterContent(type, value);
    }

    private void filterContent(NamedType type, Element element) {
        if (options.hides(tags.of(type, element))) {
            mark.put(element);
        } else {
            typesWithContent.add(type.name());
        }
    }

    private void hideWithoutContent(NamedType type) {
        boolean hasContent =
                switch (type.kind()) {
                    case SCALAR, UNION -> true;
                    case OBJECT, INTERFACE, INPUT_OBJECT, ENUM -> typesWithContent.contains(type.name());
                };
        if (!hasContent) {
            mark.put(type);
        }
    }
}
