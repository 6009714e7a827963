package org.xinyidai.engine.http;

import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.tls.Transport;

/**
 * Where the server listens and how much of everything it takes (服务配置).
 *
 * @param bodies the largest bodies
 * @param rates how often one client may call
 */
public record HttpServerConfig(
    Address address, BodyLimits bodies, Bounds bounds, Patience patience, Rates rates) {

  public static HttpServerConfig standard() {
    return new HttpServerConfig(
        Address.local(Address.DEFAULT_PORT),
        BodyLimits.standard(),
        Bounds.STANDARD,
        Patience.STANDARD,
        Rates.STANDARD);
  }

  /** In the clear. */
  public HttpServerConfig withAddress(String host, int port) {
    return with(new Address(host, port, new Transport.Plain()));
  }

  public HttpServerConfig with(Address other) {
    return new HttpServerConfig(other, bodies, bounds, patience, rates);
  }

  public HttpServerConfig withBodies(BodyLimits others) {
    return new HttpServerConfig(address, others, bounds, patience, rates);
  }

  /** With other bounds on what is under way at once. */
  public HttpServerConfig withConcurrency(int ingests, int threads, int work) {
    Bounds others = new Bounds(ingests, bounds.headerBytes(), bounds.lineBytes(), threads, work);
    return new HttpServerConfig(address, bodies, others, patience, rates);
  }

  /** With other rates for one client. */
  public HttpServerConfig withRates(Rates others) {
    return new HttpServerConfig(address, bodies, bounds, patience, others);
  }
}
