package ft.transcendence.gateway.document;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a failed start without a stack trace. */
final class ManifestFailureAnalyzer extends AbstractFailureAnalyzer<ManifestUnusableException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ManifestUnusableException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "List JSON files in gateway.documents.manifests that map ids to documents, as the code generator of the client writes"
                        + " them.",
                cause);
    }
}
