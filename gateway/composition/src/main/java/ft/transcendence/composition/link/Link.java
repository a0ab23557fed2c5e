package ft.transcendence.composition.link;

import ft.transcendence.composition.Place;
import java.util.List;

/**
 * A specification that a schema links: {@code @link}.
 *
 * @param namespace the prefix of the specification's names in this schema, without {@code __}
 */
public record Link(SpecUrl url, String namespace, List<Import> imports, Place place) {
    public Link {
        imports = List.copyOf(imports);
    }

    /**
     * An imported name; that of a directive begins with {@code @}.
     *
     * @param name the name in the specification
     * @param as the name in this schema
     */
    public record Import(String name, String as) {}

    /** The name, without {@code @}, that a directive of the specification has in this schema. */
    public String nameOfDirective(String specificationName) {
        for (Import imported : imports) {
            if (imported.name().equals("@" + specificationName)) {
                return imported.as().substring(1);
            }
        }
        return specificationName.equals(url.name()) ? namespace : namespace + "__" + specificationName;
    }

    /** The name that a type of the specification has in this schema. */
    public String nameOfType(String specificationName) {
        for (Import imported : imports) {
            if (imported.name().equals(specificationName)) {
                return imported.as();
            }
        }
        return namespace + "__" + specificationName;
    }
}
