package ft.transcendence.composition.specification;

import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One version of a specification. All names are those of the specification: a schema that links it may rename them.
 *
 * @param types by name; each before those that refer to it
 * @param directives by name, without {@code @}
 */
public record KnownSpecification(
        SpecUrl url, Map<String, TypeDeclaration> types, Map<String, DirectiveDeclaration> directives) {
    public KnownSpecification {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
    }

    /** The names that types have where a schema refers to them: those of the specification under its own names, others as they are. */
    public UnaryOperator<String> references(UnaryOperator<String> typeName) {
        return name -> types.containsKey(name) ? typeName.apply(name) : name;
    }

    /** What a schema can import: directives with {@code @}, and types. */
    public List<String> importableNames() {
        List<String> names = new ArrayList<>();
        directives.keySet().forEach(name -> names.add("@" + name));
        names.addAll(types.keySet());
        return names;
    }
}
