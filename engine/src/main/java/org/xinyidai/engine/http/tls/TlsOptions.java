package org.xinyidai.engine.http.tls;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How this server speaks TLS (TLS 配置): versions 1.2 and 1.3, keys agreed anew for each connection,
 * ciphers that tell of every altered byte (ASVS V9.1; GB/T 22239-2019 8.1.2.2).
 */
public final class TlsOptions {
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  private static final List<String> SUITES =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  /** Whoever has not agreed on keys by then holds a connection for nothing. */
  private static final long HANDSHAKE_SECONDS = 10;

  private TlsOptions() {}

  /**
   * Keeps a client from having keys agreed again and again on one connection, which costs the
   * server more than the client. To be called before the first handshake of the process.
   */
  public static void refuseRenegotiation() {
    System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
  }

  /** A certificate is asked of clients where authorities are named, but nobody has to have one. */
  public static ServerSSLOptions of(TlsFiles files) {
    ServerSSLOptions options = new ServerSSLOptions();
    options.setUseAlpn(false);
    options.setKeyCertOptions(keyAndCertificate(files));
    options.setEnabledSecureTransportProtocols(new LinkedHashSet<>(VERSIONS));
    SUITES.forEach(options::addEnabledCipherSuite);
    options.setSslHandshakeTimeout(HANDSHAKE_SECONDS);
    options.setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
    files
        .clientAuthorities()
        .ifPresent(
            authorities ->
                options
                    .setTrustOptions(new PemTrustOptions().addCertPath(authorities.toString()))
                    .setClientAuth(ClientAuth.REQUEST));
    return options;
  }

  /** The same on the options of a server that is about to listen. */
  public static void put(TlsFiles files, HttpServerOptions server) {
    ServerSSLOptions tls = of(files);
    server
        .setSsl(true)
        .setUseAlpn(tls.isUseAlpn())
        .setKeyCertOptions(tls.getKeyCertOptions())
        .setEnabledSecureTransportProtocols(tls.getEnabledSecureTransportProtocols())
        .setSslHandshakeTimeout(tls.getSslHandshakeTimeout())
        .setSslHandshakeTimeoutUnit(tls.getSslHandshakeTimeoutUnit())
        .setClientAuth(tls.getClientAuth());
    tls.getEnabledCipherSuites().forEach(server::addEnabledCipherSuite);
    if (files.clientAuthorities().isPresent()) {
      server.setTrustOptions(tls.getTrustOptions());
    }
  }

  static PemKeyCertOptions keyAndCertificate(TlsFiles files) {
    return new PemKeyCertOptions()
        .setKeyPath(files.key().toString())
        .setCertPath(files.certificate().toString());
  }
}
