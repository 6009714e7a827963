package org.xinyidai.engine.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.tls.TlsFiles;
import org.xinyidai.engine.http.tls.Transport;
import picocli.CommandLine.Option;

/** Where and by which transport a server listens: in the clear for this machine alone. */
final class TransportOptions {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--host",
      defaultValue = Address.LOOPBACK,
      description =
          "address to listen on (default: ${DEFAULT-VALUE}); any that others reach needs TLS")
  private String host = Address.LOOPBACK;

  @Option(
      names = "--port",
      defaultValue = "" + Address.DEFAULT_PORT,
      description = "port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port = Address.DEFAULT_PORT;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "speak TLS with this private key: PEM without a password")
  private @Nullable Path key;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "the certificate of that key in PEM, then those by which it is signed")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-clients",
      paramLabel = "FILE",
      description = "ask clients for certificates of these authorities (PEM); none has to have one")
  private @Nullable Path clients;

  @Option(
      names = "--tls-proxy",
      description =
          "a proxy that speaks TLS stands before this server and passes the field Host on")
  private boolean proxy;

  /**
   * The address.
   *
   * @throws Failure naming the option when they do not fit each other
   */
  Address address() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new Failure("--port must lie between 0 and " + HIGHEST_PORT);
    }
    Transport transport = transport();
    if (!transport.isSecure() && !Address.isLoopback(host)) {
      throw new Failure(
          "--host "
              + host
              + " is reached by others: give --tls-key and --tls-cert,"
              + " or say --tls-proxy where a proxy speaks TLS with them");
    }
    return new Address(host, port, transport);
  }

  private Transport transport() {
    if (key != null && certificate != null && !proxy) {
      return new Transport.Tls(new TlsFiles(key, certificate, clients));
    }
    if (key != null || certificate != null || clients != null) {
      throw new Failure(
          proxy
              ? "--tls-proxy speaks TLS in place of this server: leave the other options of TLS out"
              : "TLS needs both --tls-key and --tls-cert; --tls-clients goes with them");
    }
    return proxy ? new Transport.BehindProxy() : new Transport.Plain();
  }
}
