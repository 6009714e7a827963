package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.demo.DemoState;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.HttpServerConfig;
import org.xinyidai.engine.http.HttpService;
import org.xinyidai.engine.http.Rates;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.http.tls.Transport;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.oidc.IdentityProviderFile;
import org.xinyidai.engine.oidc.IdentityProviders;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.telemetry.Tracing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the server listens, shared by the commands that serve; and serving itself. */
final class Listening {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  /** More than this machine answers: no limit at all. */
  private static final int MOST_CALLS = 1_000_000;

  @Mixin private TransportOptions transport = new TransportOptions();

  @Option(
      names = "--passwords",
      paramLabel = "PROFILE",
      defaultValue = "mlps3",
      description = "what is asked of passwords: mlps3 or asvs (default: ${DEFAULT-VALUE})")
  private String passwords = "mlps3";

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "500",
      description = "calls that one account may make each second (default: ${DEFAULT-VALUE})")
  private int rate = 500;

  @Mixin private Watching watching = new Watching();

  @Option(
      names = "--real-names",
      paramLabel = "WHEN",
      defaultValue = "required",
      description =
          "whether an enterprise must be verified before it consents or applies: required or"
              + " optional (default: ${DEFAULT-VALUE})")
  private String realNames = "required";

  @Option(
      names = "--identity-providers",
      paramLabel = "FILE",
      description = "organisations whose people come in by a provider of their own; see the docs")
  private @Nullable Path identityProviders;

  @Mixin private FeedbackOptions nodes = new FeedbackOptions();

  /** Fails before any work is done when the address or the profile makes no sense. */
  void check() {
    watching.check();
    nodes.check();
    profile();
    if (!realNames.equals("required") && !realNames.equals("optional")) {
      throw new Failure("--real-names takes required or optional");
    }
    if (rate < 1 || rate > MOST_CALLS) {
      throw new Failure("--rate must lie between 1 and " + MOST_CALLS);
    }
    transport.address();
  }

  /** The same, and from here on the log looks as was asked. */
  void begin() {
    check();
    watching.beginLog();
  }

  /**
   * Serves until the process is told to end, then finishes what is under way.
   *
   * @throws org.xinyidai.engine.http.CannotListen when the address is taken
   */
  void serve(Platform platform, Path folder, PrintWriter out) {
    check();
    ProcessEnd end = new ProcessEnd();
    Address address = transport.address();
    Backend plain = backend(platform);
    greet(plain, out);
    // Else the first who asks for matches would wait until the day's products are indexed.
    platform.shelf().matcher(plain.usualDay());
    try (Tracing tracing = watching.tracing();
        Returning returning = Returning.begin(nodes, plain, out);
        HttpService service = HttpService.start(config(address), returning.backend(), tracing)) {
      end.watch("xyd-shutdown");
      out.printf(
          "serving 服务: %s://%s:%d/  (API: /docs, state: %s; Ctrl-C ends it)%n",
          address.transport() instanceof Transport.Tls ? "https" : "http",
          address.host(),
          service.port(),
          folder);
      out.flush();
      end.await();
      LOG.info("told to end; requests under way are finished");
      watching.giveNotice(service);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      platform.close();
      LOG.info("the store is closed");
      end.done();
    }
  }

  private HttpServerConfig config(Address address) {
    return HttpServerConfig.standard().with(address).withRates(Rates.ofAccount(rate));
  }

  private Backend backend(Platform platform) {
    Backend backend = Backend.of(platform, profile(), new SecureRandom(), installation(platform));
    Backend asking = realNames.equals("required") ? backend.askingRealNames() : backend;
    return identityProviders == null ? asking : asking.withProviders(read(identityProviders));
  }

  private static IdentityProviders read(Path file) {
    try {
      return IdentityProviderFile.read(file);
    } catch (IOException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
  }

  private PasswordProfile profile() {
    return PasswordProfile.ofId(passwords)
        .orElseThrow(() -> new Failure("--passwords takes mlps3 or asvs"));
  }

  /** There is no account before the first start: whoever reads this terminal lets the others in. */
  private static void greet(Backend backend, PrintWriter out) {
    if (!backend.accounts().any(account -> true)) {
      Account first = backend.accounts().open(Role.SECURITY, "安全管理员", "platform");
      out.printf(
          "首次启动：以下一次性邀请码用于开通安全管理员，72小时内有效%n"
              + "first start: this code, shown once, opens the security administrator's account%n"
              + "%s%n",
          backend.logins().invite(first.id()).reveal());
    }
  }

  private static Installation installation(Platform platform) {
    Optional<DemoState> demo = DemoState.find(platform.store());
    @Nullable LocalDate asOf =
        demo.map(DemoState::asOf).filter(day -> !day.isEmpty()).map(LocalDate::parse).orElse(null);
    return new Installation(demo.map(DemoState::simulated).orElse(false), asOf);
  }
}
