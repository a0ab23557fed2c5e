package ft.transcendence.platform.launcher;

import java.util.Locale;

/** The message that {@code up} prints when the platform is ready. It ends up in logs, so it only says where secrets are. */
final class Welcome {

    private Welcome() {}

    static String text(
            Ports ports, GatewayAddress address, Home home, FortyTwo fortyTwo, String suffix, double seconds) {
        return String.format(
                Locale.ROOT,
                """

                Ready after %1$.1f s.

                  GraphQL     %2$s/graphql
                  Explorer    %2$s/graphiql   (queries, schema, query plan)
                  Log in      %2$s/login   as ada, alan, barbara, ... with the password %3$s
                  42          %2$s/login/42   %8$s
                  Token       ./transcend token ada%6$s
                  Game server ./transcend token --service game-server%6$s
                  Keycloak    %4$s/admin   as admin, with the password KEYCLOAK_ADMIN from %5$s
                  Logs        %7$s   or ./transcend logs%6$s

                Stop it with Ctrl-C or ./transcend down%6$s. Delete its data with ./transcend reset%6$s.""",
                seconds,
                address.url(),
                PlatformParts.DEMO_PASSWORD,
                ports.keycloakUrl(),
                home.secrets(),
                suffix,
                home.logs(),
                fortyTwo.isReal() ? "with an account at 42" : "as a student of the fake 42");
    }
}
