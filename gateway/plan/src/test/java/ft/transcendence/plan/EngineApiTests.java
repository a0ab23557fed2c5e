package ft.transcendence.plan;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.LibraryRules;

/** The command uses the engine as any other application would: by its API. */
@AnalyzeClasses(packages = "ft.transcendence.plan")
class EngineApiTests {

    private static final String ENGINE = "ft.transcendence.federation";

    @ArchTest
    static final ArchRule ONLY_THE_API_OF_THE_ENGINE_IS_USED =
            LibraryRules.othersUseOnlyTheApiOf(ENGINE, ENGINE, ENGINE + ".engine");
}
