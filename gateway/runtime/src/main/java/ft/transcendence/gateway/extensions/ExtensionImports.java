package ft.transcendence.gateway.extensions;

import ft.transcendence.extension.GatewayExtension;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** Finds the configuration classes of extensions on the class path. */
public final class ExtensionImports implements DeferredImportSelector {
    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return found().toArray(String[]::new);
    }

    /** Their names; empty without extensions. */
    public static List<String> found() {
        ImportCandidates candidates =
                ImportCandidates.load(GatewayExtension.class, GatewayExtension.class.getClassLoader());
        return StreamSupport.stream(candidates.spliterator(), false).toList();
    }
}
