package ft.transcendence.gateway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Set;
import java.util.stream.Collectors;

/** Configures the signature check that all tokens of the identity provider share. */
public final class ProviderSignatures {
    private ProviderSignatures() {}

    /**
     * Accepts tokens signed by one of the provider's keys with an allowed algorithm. Claims are left to the validators of the
     * decoder.
     */
    public static DefaultJWTProcessor<SecurityContext> processor(
            IdentityProperties identity, JWKSource<SecurityContext> providerKeys) {
        return processor(identity.algorithms(), providerKeys);
    }

    static DefaultJWTProcessor<SecurityContext> processor(Set<String> algorithms, JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                algorithms.stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()), keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }
}
