package ft.transcendence.gateway.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Checks the settings against the supergraph, and watches the configuration file. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConfigFileProperties.class)
@Import({ConfigFileWatcher.class, ConfigReload.class, LimitedFieldsCheck.class, SubgraphNamesCheck.class})
public class SettingsConfiguration {}
