package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.http.docs.OpenApi;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.oidc.IdentityProviders;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.telemetry.Tracing;

/** A whole server on a free port over a real store in a folder of the test, and a client for it. */
final class RunningServer implements AutoCloseable {
  static final String USCC = "91350100M000100Y43";
  static final String OTHER_USCC = "91440300708461136T";
  static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  static final BodyLimits SMALL_BODIES = new BodyLimits(64 << 10, 256 << 10, 4 << 10);

  private static final Description DESCRIPTION =
      new Description(new String(OpenApi.document(), UTF_8));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "Idempotency-Key";

  /** Over all servers of the process, for one may open the folder of another. */
  private static final AtomicLong keys = new AtomicLong();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Platform platform;
  private final ApiServer server;
  final Backend backend;

  /** What a few tests want besides. */
  private record Extras(Tracing tracing, UnaryOperator<Backend> policy) {
    static final Extras NONE = new Extras(Tracing.off(), same -> same);

    static Extras with(UnaryOperator<Backend> policy) {
      return new Extras(Tracing.off(), policy);
    }
  }

  private RunningServer(
      Path folder,
      boolean simulated,
      UnaryOperator<HttpServerConfig> change,
      Extras extras,
      Function<Workers, List<Endpoint>> further) {
    platform = Platform.open(folder, InstantSource.system());
    backend =
        extras
            .policy()
            .apply(
                Backend.of(
                    platform,
                    PasswordProfile.ASVS,
                    new SecureRandom(),
                    new Installation(simulated, AS_OF)));
    HttpServerConfig config =
        change.apply(
            HttpServerConfig.standard().withAddress(Address.LOOPBACK, 0).withBodies(SMALL_BODIES));
    server =
        await(
            ApiServer.start(
                vertx,
                config,
                backend,
                extras.tracing(),
                (workers, telemetry) -> {
                  List<Endpoint> endpoints = new ArrayList<>(further.apply(workers));
                  endpoints.addAll(Api.endpoints(backend, config.bodies(), workers, telemetry));
                  return endpoints;
                }));
  }

  static RunningServer in(Path folder) {
    return new RunningServer(folder, true, same -> same, Extras.NONE, workers -> List.of());
  }

  /** Has its requests traced. */
  static RunningServer traced(Path folder, Tracing tracing) {
    return new RunningServer(
        folder, true, same -> same, new Extras(tracing, same -> same), workers -> List.of());
  }

  /** Where an enterprise must be verified before it consents. */
  static RunningServer askingRealNames(Path folder) {
    return new RunningServer(
        folder, true, same -> same, Extras.with(Backend::askingRealNames), workers -> List.of());
  }

  /** Where people may come in by their organisation's provider. */
  static RunningServer withProviders(Path folder, IdentityProviders providers) {
    return new RunningServer(
        folder,
        true,
        same -> same,
        Extras.with(backend -> backend.withProviders(providers)),
        workers -> List.of());
  }

  /** Holds real deliveries, as far as it says. */
  static RunningServer withDeliveredData(Path folder) {
    return new RunningServer(folder, false, same -> same, Extras.NONE, workers -> List.of());
  }

  /** Has endpoints of the test's own before all others. */
  static RunningServer with(Path folder, Endpoint... further) {
    return new RunningServer(folder, true, same -> same, Extras.NONE, workers -> List.of(further));
  }

  /** The same with other bounds, and endpoints that use the server's own workers. */
  static RunningServer with(
      Path folder,
      UnaryOperator<HttpServerConfig> change,
      Function<Workers, List<Endpoint>> further) {
    return new RunningServer(folder, true, change, Extras.NONE, further);
  }

  int port() {
    return server.port();
  }

  /** Says that it is about to stop, and goes on. */
  void announceEnd() {
    server.announceEnd();
  }

  String token(Role role) {
    return token(role, role == Role.ENTERPRISE ? USCC : role.id() + "-1");
  }

  String token(Role role, String organisation) {
    return backend.accounts().issue(role, role.id(), organisation).token().reveal();
  }

  /** Gets without a token. */
  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> getAs(String token, String path, String... headers) {
    return send(request(path, headers).header("Authorization", "Bearer " + token).GET());
  }

  /** The same for what is no text. */
  HttpResponse<byte[]> getBytesAs(String token, String path, String... headers) {
    HttpRequest.Builder request =
        request(path, headers).header("Authorization", "Bearer " + token).GET();
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> postAs(
      String token, String path, String contentType, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path, String... headers) {
    URI uri = URI.create("http://" + Address.LOOPBACK + ":" + port() + path);
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  /** Sends a request; a POST that names no key gets one of its own. */
  HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    boolean keyless = built.method().equals("POST") && built.headers().firstValue(KEY).isEmpty();
    return sendAsItIs(keyless ? request.header(KEY, "test-" + keys.incrementAndGet()) : request);
  }

  /** The same without a key of its own. */
  HttpResponse<String> sendAsItIs(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      DESCRIPTION.check(response);
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  @Override
  public void close() {
    await(server.close());
    await(vertx.close());
    platform.close();
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
