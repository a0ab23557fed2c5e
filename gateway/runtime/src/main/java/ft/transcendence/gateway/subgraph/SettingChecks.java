package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.header.ReservedHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Checks of settings that exist for all subgraphs and for single ones. A setting that is not set is not checked. */
final class SettingChecks {
    private static final int SHORTEST_CREDENTIAL = 32;

    private SettingChecks() {}

    static void credential(String setting, @Nullable String credential, @Nullable String header) {
        if (credential != null && !credential.isEmpty() && credential.length() < SHORTEST_CREDENTIAL) {
            throw new IllegalArgumentException(setting + " must have at least " + SHORTEST_CREDENTIAL
                    + " characters; make one with `openssl rand -hex 32`");
        }
        if (header != null) {
            // neither may end the header and start another
            new Header(header, credential == null ? "" : credential);
            if (!ReservedHeaders.canHaveCredential(header)) {
                throw new IllegalArgumentException("credential-header must not be '" + header + "'");
            }
        }
    }

    static void size(String setting, @Nullable DataSize size) {
        if (size != null && size.toBytes() < 1) {
            throw new IllegalArgumentException(setting + " must be positive");
        }
    }

    static void forwardHeaders(@Nullable List<String> names) {
        for (String name : names == null ? List.<String>of() : names) {
            if (ReservedHeaders.contains(name)) {
                throw new IllegalArgumentException("forward-headers must not contain '" + name
                        + "', which the gateway sets itself or which concerns only one connection");
            }
        }
    }
}
