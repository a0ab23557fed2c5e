package ft.transcendence.platform.e2e;

import com.microsoft.playwright.Page;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link PlatformTest} whose methods take {@link Visitor}s as parameters, each with a fresh browser profile. All share one Chromium.
 * Screenshots of failed tests are in {@code target/screenshots}.
 *
 * <p>Without Chromium or Node these tests are skipped with a reason; in CI (variable {@code CI}) they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@ExtendWith(BrowserTest.SharedChromium.class)
@interface BrowserTest {

    /** Injects visitors into tests. */
    final class SharedChromium implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

        private static final Namespace NAMESPACE = Namespace.create(Chromium.class);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<String> missing = Chromium.missing();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("a browser is installed");
            }
            String reason = "Tests with a browser cannot run: " + missing.get();
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Visitor.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Platform platform = PlatformTest.SharedPlatform.of(context);
            Chromium chromium = context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class);
            Visitor visitor = new Visitor(platform, chromium.browser().newContext());
            // closed with the test
            context.getStore(NAMESPACE).put(parameter.getIndex(), visitor);
            return visitor;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isEmpty()) {
                return;
            }
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            for (int index = 0; index < context.getRequiredTestMethod().getParameterCount(); index++) {
                Visitor visitor = context.getStore(NAMESPACE).get(index, Visitor.class);
                if (visitor != null) {
                    Path file = Path.of("target", "screenshots", name + "-" + index + ".png");
                    visitor.page().screenshot(new Page.ScreenshotOptions().setPath(file));
                    System.out.println(
                            name + " failed at " + visitor.page().url() + ", seen in " + file.toAbsolutePath());
                }
            }
        }
    }
}
