package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerCallersTests {
    private final PartnerCallers callers = new PartnerCallers(Map.of("s3cr3t", "lamps-and-more"));

    @Test
    void knowsAPartnerByItsKey() {
        assertThat(callers.resolve(new DefaultHttpHeaders().set("X-Key", "s3cr3t"))
                        .blockOptional())
                .hasValueSatisfying(caller -> assertThat(caller.subject()).isEqualTo("lamps-and-more"));
    }

    @Test
    void refusesAnUnknownKey() {
        assertThat(callers.resolve(new DefaultHttpHeaders().set("X-Key", "guessed"))
                        .onErrorComplete(InvalidCredentialsException.class)
                        .blockOptional())
                .isEmpty();
    }

    @Test
    void servesOthersAnonymously() {
        assertThat(callers.resolve(EmptyHttpHeaders.INSTANCE).block()).isEqualTo(CallerIdentity.anonymous());
    }
}
