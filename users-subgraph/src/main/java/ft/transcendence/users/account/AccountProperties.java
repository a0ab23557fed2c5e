package ft.transcendence.users.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of accounts.
 *
 * @param freshLogin how recent a login must be to prove who is asking
 */
@Validated
@ConfigurationProperties("users.account")
record AccountProperties(@DefaultValue("5m") Duration freshLogin) {}
