package ft.transcendence.subgraph.boot;

import ft.transcendence.platform.process.settings.UnknownSettingsCheck;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** A subgraph with settings that nothing reads does not start. */
@AutoConfiguration
@Import(UnknownSettingsCheck.class)
class SettingsAutoConfiguration {}
