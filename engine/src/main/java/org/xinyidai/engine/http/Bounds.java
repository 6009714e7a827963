package org.xinyidai.engine.http;

/**
 * How much of everything a server takes at once (并发与大小上限).
 *
 * @param concurrentIngests bodies of records taken at once; times the size of one, the most memory
 *     that they can take
 * @param headerBytes of all request headers: a token, a signature and what browsers add fit several
 *     times
 * @param lineBytes of the request line: the longest path and query of the API fit
 * @param workerThreads for the store and models; more than cores, for some wait for the disk
 * @param work pieces of work that may run or wait for a thread; past it callers are told 503
 */
public record Bounds(
    int concurrentIngests, int headerBytes, int lineBytes, int workerThreads, int work) {
  private static final int KIBIBYTE = 1 << 10;

  static final Bounds STANDARD = new Bounds(4, 16 * KIBIBYTE, 4 * KIBIBYTE, 8, 512);

  public Bounds {
    if (concurrentIngests < 1
        || headerBytes < 1
        || lineBytes < 1
        || workerThreads < 1
        || work < 1) {
      throw new IllegalArgumentException("bounds of the server must be positive");
    }
  }
}
