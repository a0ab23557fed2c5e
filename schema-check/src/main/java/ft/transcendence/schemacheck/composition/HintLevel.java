package ft.transcendence.schemacheck.composition;

import ft.transcendence.composition.CompositionHint;
import ft.transcendence.composition.HintCode;

/** Which hints of composition are shown. */
public enum HintLevel {
    NONE,
    WARN,
    INFO,
    DEBUG;

    public boolean shows(CompositionHint hint) {
        return switch (this) {
            case NONE -> false;
            case WARN -> hint.code().level() == HintCode.Level.WARN;
            case INFO -> hint.code().level() != HintCode.Level.DEBUG;
            case DEBUG -> true;
        };
    }
}
