package ft.transcendence.gateway.login;

import ft.transcendence.gateway.network.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/**
 * The session cookie: for this host only, and out of reach of scripts. Over TLS it has the prefix {@code __Host-}, which browsers
 * accept from this host alone, so that no neighbouring domain can plant one (<a
 * href="https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-__host-prefix">RFC 6265bis</a>).
 */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class SessionCookie {
    private static final String NAME = "transcendence-session";

    static String nameAt(PublicAddress address) {
        return address.isSecure() ? "__Host-" + NAME : NAME;
    }

    @Bean
    WebSessionIdResolver sessionIds(PublicAddress address) {
        CookieWebSessionIdResolver cookies = new CookieWebSessionIdResolver();
        cookies.setCookieName(nameAt(address));
        cookies.addCookieInitializer(cookie -> {
            // lax, not strict: the identity provider's redirect back must bring the cookie
            cookie.httpOnly(true).sameSite("Lax").path("/");
            if (address.isSecure()) {
                cookie.secure(true);
            }
        });
        return cookies;
    }
}
