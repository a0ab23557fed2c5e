package ft.transcendence.composition.link;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTests {
    private static final Place PLACE = new Place("a", "a", 1, 1);
    private static final Link FEDERATION = new Link(
            new SpecUrl(Specifications.FEDERATION, "federation", new SpecVersion(2, 9)),
            "fed",
            List.of(new Link.Import("@key", "@id"), new Link.Import("FieldSet", "Fields")),
            PLACE);
    private static final Link TAG =
            new Link(new SpecUrl(Specifications.TAG, "tag", new SpecVersion(0, 3)), "tag", List.of(), PLACE);
    private static final Links LINKS = new Links(List.of(FEDERATION, TAG));

    @Test
    void knowsDirectivesByImport() {
        assertThat(LINKS.directive("id")).contains(new Links.SpecName(FEDERATION, "key"));
    }

    @Test
    void knowsDirectivesByNamespace() {
        assertThat(LINKS.directive("fed__requires")).contains(new Links.SpecName(FEDERATION, "requires"));
    }

    @Test
    void knowsTheDirectiveThatItsSpecificationIsNamedAfter() {
        assertThat(LINKS.directive("tag")).contains(new Links.SpecName(TAG, "tag"));
    }

    @Test
    void knowsNothingByTheNamespaceThatIsImportedUnderAnotherName() {
        assertThat(LINKS.directive("fed__key")).isEmpty();
        assertThat(LINKS.type("fed__FieldSet")).isEmpty();
    }

    @Test
    void knowsTypesByImportAndNamespace() {
        assertThat(LINKS.type("Fields")).contains(new Links.SpecName(FEDERATION, "FieldSet"));
        assertThat(LINKS.type("fed__Policy")).contains(new Links.SpecName(FEDERATION, "Policy"));
        assertThat(LINKS.type("Product")).isEmpty();
    }

    @Test
    void namesWhatSpecificationsHave() {
        assertThat(FEDERATION.nameOfDirective("key")).isEqualTo("id");
        assertThat(FEDERATION.nameOfDirective("requires")).isEqualTo("fed__requires");
        assertThat(FEDERATION.nameOfType("FieldSet")).isEqualTo("Fields");
        assertThat(TAG.nameOfDirective("tag")).isEqualTo("tag");
    }
}
