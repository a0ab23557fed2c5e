package ft.transcendence.composition.link;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.SchemaElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code @link}s of a schema whose elements are read already, such as a merged one. */
public final class LinkUses {
    private LinkUses() {}

    public static Links read(SchemaElement schema) {
        List<Link> links = new ArrayList<>();
        schema.uses(KnownDirective.LINK).forEach(use -> use.text("url")
                .or(() -> use.text("feature"))
                .flatMap(LinkUses::url)
                .ifPresent(
                        url -> links.add(new Link(url, use.text("as").orElse(url.name()), imports(use), use.place()))));
        return new Links(links);
    }

    private static Optional<SpecUrl> url(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String identity = text.substring(0, slash);
        return SpecVersion.parse(text.substring(slash + 1))
                .map(version -> new SpecUrl(identity, identity.substring(identity.lastIndexOf('/') + 1), version));
    }

    private static List<Link.Import> imports(DirectiveUse use) {
        if (!(use.argument("import").orElse(Literal.NULL) instanceof Literal.ListOf list)) {
            return List.of();
        }
        List<Link.Import> imports = new ArrayList<>();
        for (Literal item : list.items()) {
            if (item instanceof Literal.Text name) {
                imports.add(new Link.Import(name.value(), name.value()));
            } else if (item instanceof Literal.ObjectOf renamed
                    && renamed.fields().get("name") instanceof Literal.Text name
                    && renamed.fields().getOrDefault("as", name) instanceof Literal.Text as) {
                imports.add(new Link.Import(name.value(), as.value()));
            }
        }
        return imports;
    }
}
