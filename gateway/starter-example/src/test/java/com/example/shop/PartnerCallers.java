package com.example.shop;

import ft.transcendence.federation.Caller;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.CallerResolver;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Knows partners by their key, in the header {@code X-Key}. */
record PartnerCallers(Map<String, String> partnersByKey) implements CallerResolver {
    @Override
    public Mono<CallerIdentity> resolve(HttpHeaders headers) {
        String key = headers.get("x-key");
        if (key == null) {
            return Mono.just(CallerIdentity.anonymous());
        }
        String partner = partnersByKey.get(key);
        return partner == null
                ? Mono.error(new InvalidCredentialsException("Unknown key", null))
                : Mono.just(new CallerIdentity(Caller.authenticated(Set.of("read:prices")), partner, null, null, null));
    }
}
