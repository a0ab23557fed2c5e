package ft.transcendence.platform.process.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports the unknown settings instead of a stack trace. */
class UnknownSettingsFailureAnalyzer extends AbstractFailureAnalyzer<UnknownSettingsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingsException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct the name, or remove the setting: this application does not use it.",
                cause);
    }
}
