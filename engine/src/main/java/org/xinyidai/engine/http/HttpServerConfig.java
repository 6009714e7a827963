package org.xinyidai.engine.http;

import java.time.Duration;

/**
 * Where the server listens and how much of everything it takes.
 *
 * @param host loopback unless an operator puts a TLS proxy in front
 * @param port 0 for any free one
 * @param maxRecordsBytes of one body of records as sent: it is held in memory while it is checked,
 *     and a source divides a month of a city into as many bodies as it likes
 * @param maxConcurrentIngests bodies of records taken at once; with the bound above, the most
 *     memory that they can take
 * @param maxJsonBytes of any other body: a product with every criterion takes a tenth of it
 * @param maxHeaderBytes of all request headers: a token and what browsers add fit several times
 * @param maxLineBytes of the request line: the longest path and query of the API fit
 * @param idleTimeout after which a silent connection is closed, longer than any answer takes
 * @param workerThreads for the store and models; more than cores, for some wait for the disk
 * @param maxWork pieces of work that may run or wait for a thread; past it callers are told 503
 * @param lingering how long a connection whose body was refused may go on sending, so that the
 *     caller reads the answer before the connection is gone
 */
public record HttpServerConfig(
    String host,
    int port,
    int maxRecordsBytes,
    int maxConcurrentIngests,
    int maxJsonBytes,
    int maxHeaderBytes,
    int maxLineBytes,
    Duration idleTimeout,
    int workerThreads,
    int maxWork,
    Duration lingering) {
  public static final String LOOPBACK = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  private static final int KIBIBYTE = 1 << 10;
  private static final int MEBIBYTE = 1 << 20;
  private static final int MAX_PORT = 65_535;

  public HttpServerConfig {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port lies between 0 and " + MAX_PORT + ": " + port);
    }
    if (maxRecordsBytes < 1
        || maxConcurrentIngests < 1
        || maxJsonBytes < 1
        || maxHeaderBytes < 1
        || maxLineBytes < 1
        || workerThreads < 1
        || maxWork < 1
        || idleTimeout.toSeconds() < 1
        || lingering.isNegative()) {
      throw new IllegalArgumentException("bounds of the server must be positive");
    }
  }

  public static HttpServerConfig standard() {
    return new HttpServerConfig(
        LOOPBACK,
        DEFAULT_PORT,
        32 * MEBIBYTE,
        4,
        256 * KIBIBYTE,
        16 * KIBIBYTE,
        4 * KIBIBYTE,
        Duration.ofSeconds(120),
        8,
        512,
        Duration.ofSeconds(2));
  }

  public HttpServerConfig withAddress(String newHost, int newPort) {
    return new HttpServerConfig(
        newHost,
        newPort,
        maxRecordsBytes,
        maxConcurrentIngests,
        maxJsonBytes,
        maxHeaderBytes,
        maxLineBytes,
        idleTimeout,
        workerThreads,
        maxWork,
        lingering);
  }

  public HttpServerConfig withBodyLimits(int newMaxRecordsBytes, int newMaxJsonBytes) {
    return new HttpServerConfig(
        host,
        port,
        newMaxRecordsBytes,
        maxConcurrentIngests,
        newMaxJsonBytes,
        maxHeaderBytes,
        maxLineBytes,
        idleTimeout,
        workerThreads,
        maxWork,
        lingering);
  }
}
