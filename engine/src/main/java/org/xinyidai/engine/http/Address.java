package org.xinyidai.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.xinyidai.engine.http.tls.Transport;

/**
 * Where the server listens (监听地址). In the clear it does so for this machine alone.
 *
 * @param port 0 for any free one
 */
public record Address(String host, int port, Transport transport) {
  public static final String LOOPBACK = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  private static final int MAX_PORT = 65_535;

  public Address {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port lies between 0 and " + MAX_PORT + ": " + port);
    }
    if (!transport.isSecure() && !isLoopback(host)) {
      throw new IllegalArgumentException("others reach " + host + ": it needs TLS");
    }
  }

  /** On this machine, for this machine. */
  public static Address local(int port) {
    return new Address(LOOPBACK, port, new Transport.Plain());
  }

  /** Whether nobody but this machine reaches a host; a name is looked up. */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
