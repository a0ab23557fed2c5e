package ft.transcendence.gateway.login;

import ft.transcendence.gateway.network.PublicAddress;
import ft.transcendence.gateway.protection.Protection;
import ft.transcendence.gateway.protection.Protections;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What protects users: who they are is verified, and other sites cannot act for them. A standalone gateway has none of it. */
@Component
final class LoginProtections implements Protections {
    private final PublicAddress address;
    private final boolean knowsUsers;

    LoginProtections(PublicAddress address, Environment environment) {
        this.address = address;
        this.knowsUsers = environment.acceptsProfiles(Profiles.of("!standalone"));
    }

    @Override
    public List<Protection> protections() {
        return List.of(
                Protection.of(knowsUsers, "tokens verified"),
                Protection.of(knowsUsers, "CSRF header required with session cookies"),
                Protection.of(
                        knowsUsers && address.url().startsWith("https:"),
                        "secure cookies",
                        "public address " + address.url()));
    }
}
