package ft.transcendence.subgraph.testing;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;

/** Finds data fetchers without an authorization rule. */
public final class FieldRules {

    private FieldRules() {}

    /** The data fetchers and entity fetchers without a rule. */
    public static List<Method> missing(ApplicationContext context) {
        return context.getBeansWithAnnotation(DgsComponent.class).values().stream()
                .flatMap(component ->
                        Arrays.stream(AopUtils.getTargetClass(component).getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.isAnnotated(method, DgsData.class)
                        || AnnotatedElementUtils.isAnnotated(method, DgsEntityFetcher.class))
                .filter(method -> !AnnotatedElementUtils.isAnnotated(method, PreAuthorize.class)
                        && !AnnotatedElementUtils.isAnnotated(method, AllowAnonymous.class))
                .toList();
    }
}
