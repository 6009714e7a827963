package org.xinyidai.benchmarks.match;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.HttpServerConfig;
import org.xinyidai.engine.http.HttpService;
import org.xinyidai.engine.http.Rates;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.subject.Uscc;

/**
 * How long a matched demand takes over HTTP with 10,000 live products: ranking, the first page of
 * offers with their reasons, and of withheld products with theirs. A whole server on the loopback
 * address, one client on one connection, enterprises in turn, everything warmed up before.
 */
public final class MatchesOverHttp {
  private static final int PRODUCTS = 10_000;
  private static final int DEMANDS = 100;
  private static final int WARM_UP = 20_000;
  private static final int REQUESTS = 10_000;
  private static final int ROUNDS = 5;
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  private MatchesOverHttp() {}

  /**
   * Prints percentiles.
   *
   * @param args the state folder of a simulated city, which gets the products, and what follows the
   *     path of a request, such as {@code ?limit=20}
   */
  public static void main(String[] args) throws IOException {
    try (Platform platform = Platform.open(Path.of(args[0]), Clock.systemUTC())) {
      if (platform.shelf().all().size() < PRODUCTS) {
        platform.shelf().publish(new CityShelf(platform, 20_240_630).products(PRODUCTS));
      }
      Backend backend =
          Backend.of(
              platform,
              PasswordProfile.ASVS,
              new SecureRandom(),
              new Installation(true, day(platform)));
      List<String> paths = post(platform, day(platform), args.length > 1 ? args[1] : "");
      String token =
          backend.accounts().issue(Role.OFFICE, "benchmark", "benchmark").token().reveal();
      HttpServerConfig config =
          HttpServerConfig.standard()
              .withAddress(Address.LOOPBACK, 0)
              .withRates(Rates.ofAccount(1_000_000));
      try (HttpService service = HttpService.start(config, backend);
          KeepAlive client = new KeepAlive(Address.LOOPBACK, service.port(), token)) {
        report("first time, cold", ask(client, paths, DEMANDS));
        ask(client, paths, WARM_UP);
        for (int round = 1; round <= ROUNDS; round++) {
          long before = cpuNanos();
          report("round " + round, ask(client, paths, REQUESTS));
          double cpuUs = (cpuNanos() - before) / 1e3 / REQUESTS;
          System.out.printf(
              Locale.ROOT, "  CPU of the process, client and server: %.0f us a request%n", cpuUs);
        }
        System.out.printf(Locale.ROOT, "answer of %,d bytes%n", client.get(paths.get(0)).length);
      }
    }
  }

  /** The day of the kept vectors, so that they are what is asked for. */
  private static LocalDate day(Platform platform) {
    List<LocalDate> days = new ArrayList<>();
    platform.vectors().forEach(0, vector -> days.add(vector.asOf()));
    return days.isEmpty() ? DAY : days.get(0);
  }

  private static List<String> post(Platform platform, LocalDate day, String query) {
    LoanRequest request = new LoanRequest(50_000_000L, 12, Purpose.WORKING_CAPITAL, 600);
    List<Uscc> all = platform.vectors().enterprises();
    List<String> paths = new ArrayList<>();
    long offers = 0;
    for (int i = 0; i < DEMANDS; i++) {
      Uscc uscc = all.get(i * all.size() / DEMANDS);
      Demand demand = new Demand(new DemandId("benchmark-" + i), uscc, request, day, Map.of());
      platform.demands().post(demand);
      offers += platform.matching().matched(demand, day, 0).offered();
      paths.add("/api/v1/demands/" + demand.id() + "/matches" + query);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d products, %d demands, %d offers each on average%n",
        platform.shelf().matcher(day).products().size(),
        DEMANDS,
        offers / DEMANDS);
    return paths;
  }

  /** Nanoseconds of each request, sorted. */
  private static long[] ask(KeepAlive client, List<String> paths, int count) throws IOException {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      client.get(paths.get(i % paths.size()));
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  /** Other work on the machine does not enter it. */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void report(String name, long[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "%s: p50 %.0f us, p90 %.0f us, p99 %.0f us, p99.9 %.0f us, greatest %.1f ms%n",
        name,
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 9 / 10] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        sorted[sorted.length * 999 / 1_000] / 1e3,
        sorted[sorted.length - 1] / 1e6);
  }
}
