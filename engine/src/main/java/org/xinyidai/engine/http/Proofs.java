package org.xinyidai.engine.http;

import io.vertx.core.http.HttpServerRequest;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.xinyidai.connectors.signature.ContentDigestField;
import org.xinyidai.connectors.signature.RequestParts;
import org.xinyidai.connectors.signature.SignatureCheck;
import org.xinyidai.connectors.signature.SignatureCheck.Finding;
import org.xinyidai.connectors.signature.SignatureCheck.Genuine;
import org.xinyidai.connectors.signature.SignatureCheck.Refused;
import org.xinyidai.connectors.signature.SignatureFault;
import org.xinyidai.connectors.signature.VerifyingKey;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.tls.Transport;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Binding;
import org.xinyidai.engine.identity.Bindings;
import org.xinyidai.engine.identity.CertificateFingerprint;
import org.xinyidai.engine.identity.Nonces;
import org.xinyidai.engine.store.Store;

/**
 * Whether a request shows what its account is bound to (凭证核验): a client certificate, and for a
 * change a signature that was not used before. Everything here blocks.
 */
final class Proofs {
  private final Bindings bindings;
  private final Nonces nonces;
  private final InstantSource clock;
  private final Transport transport;

  Proofs(Store store, InstantSource clock, Transport transport) {
    this.bindings = new Bindings(store);
    this.nonces = new Nonces(store);
    this.clock = clock;
    this.transport = transport;
  }

  /**
   * Looks at all that came before the body.
   *
   * @return the signature, whose content and nonce are to be looked at when the body is there;
   *     empty where none is wanted
   * @throws org.xinyidai.engine.http.problem.Refusal naming what is missing or wrong
   */
  Optional<Genuine> check(Account account, HttpServerRequest request) {
    Binding binding = bindings.of(account.id());
    if (!binding.certificates().isEmpty()
        && certificate(request).filter(binding.certificates()::contains).isEmpty()) {
      throw Callers.invalid(ProblemType.CERTIFICATE_REFUSED);
    }
    if (binding.keys().isEmpty() || Callers.reads(request)) {
      return Optional.empty();
    }
    Finding found = SignatureCheck.of(parts(request), keys(binding), clock.instant());
    if (found instanceof Refused refused) {
      throw SignatureRefusals.of(refused.fault());
    }
    return Optional.of((Genuine) found);
  }

  /** Looks at the body, and uses the nonce up. */
  void complete(Account account, HttpServerRequest request, Genuine signed, byte[] body) {
    String digest = String.join(", ", request.headers().getAll(ContentDigestField.NAME));
    if (!ContentDigestField.fits(digest, body)) {
      throw SignatureRefusals.of(SignatureFault.CONTENT_OTHER);
    }
    if (!nonces.use(account.id(), signed.nonce(), signed.until())) {
      throw SignatureRefusals.of(SignatureFault.REPLAYED);
    }
  }

  /** The fingerprint of the client's certificate; empty where it showed none to this server. */
  private static Optional<String> certificate(HttpServerRequest request) {
    SSLSession session = request.connection().sslSession();
    try {
      Certificate[] shown = session == null ? new Certificate[0] : session.getPeerCertificates();
      return shown.length == 0
          ? Optional.empty()
          : Optional.of(CertificateFingerprint.of(shown[0]).hex());
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private RequestParts parts(HttpServerRequest request) {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
    return new RequestParts(
        request.method().name(),
        transport.scheme(),
        host,
        Optional.ofNullable(request.path()).orElse(""),
        request.query(),
        request.headers()::getAll);
  }

  private static Map<String, VerifyingKey> keys(Binding binding) {
    Map<String, VerifyingKey> keys = new TreeMap<>();
    binding
        .keys()
        .forEach((id, pem) -> VerifyingKey.ofPem(pem).ifPresent(key -> keys.put(id, key)));
    return keys;
  }
}
