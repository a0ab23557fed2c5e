package ft.transcendence.platform.launcher;

import java.util.Locale;

/** What a person needs to know about a platform that has just become ready. Logs keep it, so secrets are only pointed at. */
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
                  Keycloak    %4$s/admin   as admin, the password is KEYCLOAK_ADMIN in %5$s
                  Logs        %7$s   or ./transcend logs%6$s

                Ctrl-C or ./transcend down%6$s stops it, ./transcend reset%6$s forgets its data.""",
                seconds,
                address.url(),
                PlatformParts.DEMO_PASSWORD,
                ports.keycloakUrl(),
                home.secrets(),
                suffix,
                home.logs(),
                fortyTwo.isReal() ? "with an account at 42" : "pick a student of the fake 42");
    }
}
