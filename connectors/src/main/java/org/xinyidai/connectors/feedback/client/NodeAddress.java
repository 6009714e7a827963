package org.xinyidai.connectors.feedback.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a node is and how it is reached (节点地址). In the clear it is reached on this machine alone.
 *
 * @param base such as {@code https://node.example:8443}, without a path behind it
 * @param tls null for the clear
 * @param answerWithin from the request to the last byte of the answer
 * @param connections at most at the same time; further calls wait
 */
public record NodeAddress(
    URI base, @Nullable Tls tls, Duration connectWithin, Duration answerWithin, int connections) {

  /** Calls that may wait for a connection: more would wait longer than they may take. */
  static final int WAITING = 64;

  private static final Duration USUAL_CONNECT = Duration.ofSeconds(5);

  /** A full batch is judged in well under a second; a busy node takes its time. */
  private static final Duration USUAL_ANSWER = Duration.ofSeconds(30);

  private static final int USUAL_CONNECTIONS = 4;

  /**
   * The files with which both sides prove themselves, in PEM.
   *
   * @param key private key of the platform without a password
   * @param certificate of the platform
   * @param authorities by which the node's certificate is signed
   */
  public record Tls(Path key, Path certificate, Path authorities) {}

  public NodeAddress {
    String scheme = String.valueOf(base.getScheme());
    if (base.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("a node has an address like https://host:port: " + base);
    }
    if (!String.valueOf(base.getPath()).matches("/?")) {
      throw new IllegalArgumentException("the address of a node ends behind its port: " + base);
    }
    if (scheme.equals("https") != (tls != null)) {
      throw new IllegalArgumentException(
          "a node at https needs key, certificate and authorities; one at http takes none");
    }
    if (tls == null && !isLoopback(base.getHost())) {
      throw new IllegalArgumentException(base + " is not on this machine: it needs https");
    }
    if (connections < 1 || connectWithin.isNegative() || answerWithin.isNegative()) {
      throw new IllegalArgumentException("bounds of a connection are positive");
    }
  }

  /** A node with usual bounds. */
  public static NodeAddress of(URI base, @Nullable Tls tls) {
    return new NodeAddress(base, tls, USUAL_CONNECT, USUAL_ANSWER, USUAL_CONNECTIONS);
  }

  /** The same with another time for an answer. */
  public NodeAddress answeringWithin(Duration within) {
    return new NodeAddress(base, tls, connectWithin, within, connections);
  }

  int port() {
    return base.getPort() >= 0 ? base.getPort() : tls == null ? 80 : 443;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
