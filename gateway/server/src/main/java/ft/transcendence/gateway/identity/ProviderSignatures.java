package ft.transcendence.gateway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.stream.Collectors;

/** How the signature of every token of the identity provider is checked, whatever the token is for. */
public final class ProviderSignatures {
    private ProviderSignatures() {}

    /**
     * Accepts what one of the provider's keys has signed with an allowed algorithm. Decides nothing about claims: that is for the
     * validators of the decoder that it is for.
     */
    public static DefaultJWTProcessor<SecurityContext> processor(
            IdentityProperties identity, JWKSource<SecurityContext> providerKeys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                identity.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()), providerKeys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }
}
