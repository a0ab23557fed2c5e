package ft.transcendence.platform.process.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the settings that are not known, instead of a stack trace. */
class UnknownSettingsFailureAnalyzer extends AbstractFailureAnalyzer<UnknownSettingsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingsException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct the name, or remove the setting: it has no effect here.",
                cause);
    }
}
