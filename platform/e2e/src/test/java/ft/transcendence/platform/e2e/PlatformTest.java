package ft.transcendence.platform.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A test class that takes the running {@link Platform} as a parameter. All such classes share one platform. It is started for the first
 * one and stopped after the last one, which is a check in itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PlatformTest.SharedPlatform.class)
@interface PlatformTest {

    /** Injects the shared platform into tests. */
    final class SharedPlatform implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Platform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context);
        }

        /** The shared platform, started for the first test that needs it. */
        static Platform of(ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Platform.class))
                    .computeIfAbsent(Started.class, key -> Started.once(), Started.class)
                    .platform();
        }

        /** The only attempt to start: a platform that fails to start is not started again for every test. */
        private record Started(
                @Nullable Platform running, @Nullable Throwable failure) implements AutoCloseable {

            static Started once() {
                try {
                    return new Started(Platform.start(), null);
                } catch (RuntimeException | AssertionError failure) {
                    return new Started(null, failure);
                }
            }

            Platform platform() {
                if (running == null) {
                    throw new IllegalStateException("The platform did not start", failure);
                }
                return running;
            }

            @Override
            public void close() {
                if (running != null) {
                    running.close();
                }
            }
        }
    }
}
