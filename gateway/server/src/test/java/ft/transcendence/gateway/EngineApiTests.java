package ft.transcendence.gateway;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.LibraryRules;

/** The gateway and its tests use the engine as any other application would: by its API. */
@AnalyzeClasses(packages = "ft.transcendence.gateway")
class EngineApiTests {

    private static final String ENGINE = "ft.transcendence.federation";

    @ArchTest
    static final ArchRule ONLY_THE_API_OF_THE_ENGINE_IS_USED =
            LibraryRules.othersUseOnlyTheApiOf(ENGINE, ENGINE, ENGINE + ".engine");
}
