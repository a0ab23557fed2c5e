package ft.transcendence.gateway.ticket;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys of tickets come from.
 *
 * @param subgraph name of the subgraph that signs tickets; its address must be configured
 */
@Validated
@ConfigurationProperties(prefix = "gateway.tickets", ignoreUnknownFields = false)
record TicketKeysProperties(
        @DefaultValue("matches") @NotBlank String subgraph) {}
