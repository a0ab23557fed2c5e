package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DocumentSectionTests {

    @Test
    void replacesOnlyItsOwnContent() {
        String document = """
                # Performance
                <!-- begin of growth figures -->
                kept
                <!-- end of growth figures -->
                <!-- begin of measured figures -->
                old
                <!-- end of measured figures -->
                the end
                """;

        assertThat(DocumentSection.FIGURES.replaceIn(document, "new\n")).isEqualTo(document.replace("old", "new"));
        assertThat(DocumentSection.GROWTH.replaceIn(document, "new\n")).isEqualTo(document.replace("kept", "new"));
    }

    @Test
    void refusesADocumentWithoutItsComments() {
        assertThatThrownBy(() -> DocumentSection.FIGURES.replaceIn("# Performance", "new\n"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("<!-- begin of measured figures -->");
    }
}
