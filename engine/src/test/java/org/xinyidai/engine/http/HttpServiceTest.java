package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.platform.Platform;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpServiceTest {
  private static final HttpServerConfig FREE_PORT =
      HttpServerConfig.standard().withAddress(Address.LOOPBACK, 0);

  @TempDir Path folder;

  @Test
  void it_listens_until_it_is_closed_and_leaves_the_platform_open() {
    try (Platform platform = Platform.open(folder, InstantSource.system())) {
      int port;
      try (HttpService service = HttpService.start(FREE_PORT, backend(platform))) {
        port = service.port();
        assertEquals(200, RawClient.status(new RawClient(port).send(health())));
      }
      assertThrows(AssertionError.class, () -> new RawClient(port).send(health()));
      assertTrue(platform.store().openHandles() > 0);
    }
  }

  @Test
  void a_port_that_is_taken_is_named_with_the_way_out() {
    try (Platform platform = Platform.open(folder, InstantSource.system());
        HttpService first = HttpService.start(FREE_PORT, backend(platform))) {
      HttpServerConfig same = FREE_PORT.withAddress(Address.LOOPBACK, first.port());

      CannotListen failure =
          assertThrows(CannotListen.class, () -> HttpService.start(same, backend(platform)));

      assertTrue(failure.getMessage().contains(":" + first.port()));
      assertTrue(failure.getMessage().contains("--port"));
    }
  }

  private static String health() {
    return "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  }

  private static Backend backend(Platform platform) {
    return Backend.of(
        platform, PasswordProfile.ASVS, new SecureRandom(), new Installation(false, null));
  }
}
