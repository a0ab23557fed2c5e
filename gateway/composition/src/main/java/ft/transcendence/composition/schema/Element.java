package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can have a description and directives. Mutable: the upgrade of Federation 1 schemas changes elements in place, and merging fills them. */
public abstract sealed class Element permits NamedType, Field, InputValue, EnumValue, SchemaElement {
    private final List<DirectiveUse> directives = new ArrayList<>();
    private @Nullable String description;

    /** The schema coordinate: {@code Type}, {@code Type.field}, {@code Type.field(argument:)}, {@code Enum.VALUE}, {@code schema}. */
    public abstract String coordinate();

    /** All places where the element is declared. */
    public abstract List<Place> places();

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public void describe(@Nullable String text) {
        description = text;
    }

    /** The applied directives, in the order of the schema; may be changed. */
    public List<DirectiveUse> directives() {
        return directives;
    }

    /** The uses of one directive. */
    public Stream<DirectiveUse> uses(KnownDirective directive) {
        return directives.stream().filter(use -> use.is(directive));
    }

    public Optional<DirectiveUse> use(KnownDirective directive) {
        for (DirectiveUse use : directives) {
            if (use.is(directive)) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }

    public boolean has(KnownDirective directive) {
        return use(directive).isPresent();
    }

    public void remove(KnownDirective directive) {
        directives.removeIf(use -> use.is(directive));
    }

    @Override
    public String toString() {
        return coordinate();
    }
}
