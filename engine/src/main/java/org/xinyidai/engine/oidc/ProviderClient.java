package org.xinyidai.engine.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Talks to one provider (身份提供方客户端): where to send a browser, and who came back. Waits for the
 * network, so it belongs on a worker.
 */
public final class ProviderClient {
  /** Signatures by keys that only the provider has: neither none nor a shared secret. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final IdentityProvider provider;
  private final URI callback;
  private @Nullable Known known;

  /** What the provider tells of itself; asked once, its keys again when an unknown one comes. */
  private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  public ProviderClient(IdentityProvider provider, URI callback) {
    this.provider = provider;
    this.callback = callback;
  }

  /**
   * What one login is bound to, each of it random and used once.
   *
   * @param verifier of PKCE, RFC 7636
   */
  public record Bond(String state, String nonce, String verifier) {}

  /** What makes a login fail that the provider should have let in. */
  public static final class Untrusted extends Exception {
    private static final long serialVersionUID = 1L;

    Untrusted(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Whom the provider vouches for. */
  public record Subject(String issuer, String subject) {}

  /**
   * Where the browser is to go.
   *
   * @throws IOException when the provider cannot be asked
   */
  public URI authorization(Bond bond) throws IOException {
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE), new Scope("openid"), client(), callback)
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(bond.state()))
        .nonce(new Nonce(bond.nonce()))
        .codeChallenge(new CodeVerifier(bond.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Turns a code into a subject: the token's issuer, audience, signature, expiry and nonce are
   * checked.
   *
   * @throws IOException when the provider cannot be asked
   * @throws Untrusted when it refuses the code, or its token does not hold
   */
  public Subject redeem(String code, Bond bond) throws IOException, Untrusted {
    Known held = known();
    HTTPRequest request =
        new TokenRequest.Builder(
                held.metadata().getTokenEndpointURI(),
                new ClientSecretBasic(client(), new Secret(provider.secret().text())),
                new AuthorizationCodeGrant(
                    new AuthorizationCode(code), callback, new CodeVerifier(bond.verifier())))
            .build()
            .toHTTPRequest();
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(request.send(BoundedSender.SHARED));
      if (!(response instanceof OIDCTokenResponse tokens)) {
        throw new Untrusted("the provider refused the code", null);
      }
      IDTokenClaimsSet claims =
          new IDTokenValidator(
                  issuer(),
                  client(),
                  new JWSVerificationKeySelector<>(ALGORITHMS, held.keys()),
                  null)
              .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(bond.nonce()));
      return new Subject(claims.getIssuer().getValue(), claims.getSubject().getValue());
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new Untrusted("the provider's answer does not hold", e);
    }
  }

  private synchronized Known known() throws IOException {
    if (known == null) {
      known = discover();
    }
    return known;
  }

  private Known discover() throws IOException {
    try {
      HTTPRequest request =
          new HTTPRequest(HTTPRequest.Method.GET, OIDCProviderMetadata.resolveURL(issuer()));
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.parse(request.send(BoundedSender.SHARED).getBody());
      if (!metadata.getIssuer().equals(issuer())) {
        throw new IOException(provider.id() + ": the provider calls itself otherwise");
      }
      DefaultResourceRetriever retriever =
          new DefaultResourceRetriever(
              BoundedSender.TIMEOUT_MS, BoundedSender.TIMEOUT_MS, BoundedSender.MOST_BYTES);
      return new Known(
          metadata, JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever).build());
    } catch (GeneralException e) {
      throw new IOException(provider.id() + ": no provider answers at the issuer", e);
    }
  }

  private Issuer issuer() {
    return new Issuer(provider.issuer());
  }

  private ClientID client() {
    return new ClientID(provider.clientId());
  }
}
