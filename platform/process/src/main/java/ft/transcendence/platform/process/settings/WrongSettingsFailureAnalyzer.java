package ft.transcendence.platform.process.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports the wrong settings instead of a stack trace. */
class WrongSettingsFailureAnalyzer extends AbstractFailureAnalyzer<WrongSettingsException> {
    static final String REMEDY =
            "Correct or remove each of them: an unknown name has no effect, and a wrong value no meaning.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongSettingsException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), REMEDY, cause);
    }
}
