package ft.transcendence.subgraph.boot;

import ft.transcendence.platform.process.settings.SettingsCheck;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Stops the start of a subgraph that has unknown settings. */
@AutoConfiguration
@Import(SettingsCheck.class)
class SettingsAutoConfiguration {}
