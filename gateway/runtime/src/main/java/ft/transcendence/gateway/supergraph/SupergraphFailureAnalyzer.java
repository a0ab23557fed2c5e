package ft.transcendence.gateway.supergraph;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains why the supergraph cannot be used, instead of a stack trace. */
class SupergraphFailureAnalyzer extends AbstractFailureAnalyzer<SupergraphUnusableException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SupergraphUnusableException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
