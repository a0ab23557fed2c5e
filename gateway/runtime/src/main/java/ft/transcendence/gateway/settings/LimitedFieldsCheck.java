package ft.transcendence.gateway.settings;

import ft.transcendence.gateway.http.OperationRateLimits;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.Spelling;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Fails the startup when a rate limit is for a field that the supergraph does not have. */
@Component
@Lazy(false)
final class LimitedFieldsCheck {
    private static final String SETTING = "gateway.rate-limit.fields.";

    LimitedFieldsCheck(CurrentEngine engine, OperationRateLimits limits) {
        if (limits.limitedFields().isEmpty()) {
            return;
        }
        Set<String> fields = engine.get().fields();
        List<SettingProblem> unknown = limits.limitedFields().stream()
                .filter(field -> !fields.contains(field))
                .sorted()
                .map(field -> SettingProblem.unknown(
                        SETTING + "[" + field + "]",
                        "the settings",
                        Spelling.nearest(field, fields.stream()).map(near -> SETTING + "[" + near + "]")))
                .toList();
        if (!unknown.isEmpty()) {
            throw new WrongSettingsException(unknown);
        }
    }
}
