package org.xinyidai.engine.http;

import java.time.Duration;
import org.xinyidai.engine.http.call.BodyLimits;

/**
 * Where the server listens and how much of everything it takes.
 *
 * @param host loopback unless an operator puts a TLS proxy in front
 * @param port 0 for any free one
 * @param maxConcurrentIngests bodies of records taken at once; times the size of one, the most
 *     memory that they can take
 * @param maxHeaderBytes of all request headers: a token and what browsers add fit several times
 * @param maxLineBytes of the request line: the longest path and query of the API fit
 * @param idleTimeout after which a silent connection is closed, longer than any answer takes
 * @param workerThreads for the store and models; more than cores, for some wait for the disk
 * @param maxWork pieces of work that may run or wait for a thread; past it callers are told 503
 * @param lingering how long a connection whose body was refused may go on sending, so that the
 *     caller reads the answer before the connection is gone
 * @param draining how long requests under way may take to finish when the server stops
 * @param rates how often one client may call
 */
public record HttpServerConfig(
    String host,
    int port,
    BodyLimits bodies,
    int maxConcurrentIngests,
    int maxHeaderBytes,
    int maxLineBytes,
    Duration idleTimeout,
    int workerThreads,
    int maxWork,
    Duration lingering,
    Duration draining,
    Rates rates) {
  public static final String LOOPBACK = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  private static final int KIBIBYTE = 1 << 10;
  private static final int MAX_PORT = 65_535;

  public HttpServerConfig {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port lies between 0 and " + MAX_PORT + ": " + port);
    }
    if (maxConcurrentIngests < 1
        || maxHeaderBytes < 1
        || maxLineBytes < 1
        || workerThreads < 1
        || maxWork < 1
        || idleTimeout.toSeconds() < 1
        || lingering.isNegative()
        || draining.isNegative()) {
      throw new IllegalArgumentException("bounds of the server must be positive");
    }
  }

  public static HttpServerConfig standard() {
    return new HttpServerConfig(
        LOOPBACK,
        DEFAULT_PORT,
        BodyLimits.standard(),
        4,
        16 * KIBIBYTE,
        4 * KIBIBYTE,
        Duration.ofSeconds(120),
        8,
        512,
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Rates.STANDARD);
  }

  public HttpServerConfig withAddress(String newHost, int newPort) {
    return new HttpServerConfig(
        newHost,
        newPort,
        bodies,
        maxConcurrentIngests,
        maxHeaderBytes,
        maxLineBytes,
        idleTimeout,
        workerThreads,
        maxWork,
        lingering,
        draining,
        rates);
  }

  public HttpServerConfig withBodies(BodyLimits newBodies) {
    return new HttpServerConfig(
        host,
        port,
        newBodies,
        maxConcurrentIngests,
        maxHeaderBytes,
        maxLineBytes,
        idleTimeout,
        workerThreads,
        maxWork,
        lingering,
        draining,
        rates);
  }

  /** With other bounds on what is under way at once. */
  public HttpServerConfig withConcurrency(
      int newMaxConcurrentIngests, int threads, int newMaxWork) {
    return new HttpServerConfig(
        host,
        port,
        bodies,
        newMaxConcurrentIngests,
        maxHeaderBytes,
        maxLineBytes,
        idleTimeout,
        threads,
        newMaxWork,
        lingering,
        draining,
        rates);
  }

  /** With other rates for one client. */
  public HttpServerConfig withRates(Rates newRates) {
    return new HttpServerConfig(
        host,
        port,
        bodies,
        maxConcurrentIngests,
        maxHeaderBytes,
        maxLineBytes,
        idleTimeout,
        workerThreads,
        maxWork,
        lingering,
        draining,
        newRates);
  }
}
