package ft.transcendence.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.sample.library.api.Door;
import ft.transcendence.platform.architecture.sample.library.api.Window;
import ft.transcendence.platform.architecture.sample.library.inside.Room;
import ft.transcendence.platform.architecture.sample.visitor.Burglar;
import ft.transcendence.platform.architecture.sample.visitor.Guest;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryRulesTests {

    private static final String SAMPLE = "ft.transcendence.platform.architecture.sample";
    private static final String LIBRARY = SAMPLE + ".library";
    private static final ArchRule API_ONLY = LibraryRules.othersUseOnlyTheApiOf(LIBRARY, LIBRARY + ".api");
    private static final ArchRule API_IS_CLOSED = LibraryRules.apiNamesNoInternalTypes(LIBRARY, LIBRARY + ".api");

    @Test
    void findsAUseOfAnInternalTypeFromOutside() {
        assertThat(violations(API_ONLY, Guest.class, Burglar.class, Door.class, Window.class, Room.class))
                .singleElement()
                .asString()
                .contains("Burglar.room()");
        assertThat(violations(API_ONLY, Guest.class, Window.class)).isEmpty();
    }

    @Test
    void findsAnInternalTypeInASignatureOfTheApi() {
        assertThat(violations(API_IS_CLOSED, Door.class, Window.class, Room.class))
                .singleElement()
                .asString()
                .contains("Window.room() names", "Room");
        assertThat(violations(API_IS_CLOSED, Door.class)).isEmpty();
    }

    private static List<String> violations(ArchRule rule, Class<?>... types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types))
                .getFailureReport()
                .getDetails();
    }
}
