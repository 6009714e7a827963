package org.xinyidai.engine.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.platform.Platform;

/** The process that {@link PromisesCrashTest} kills: serves a folder and tells its port. */
final class ServerChild {
  private ServerChild() {}

  /** Argument: the state folder. Serves until its input ends. */
  public static void main(String[] args) throws IOException {
    try (Platform platform = Platform.open(Path.of(args[0]), InstantSource.system())) {
      Backend backend =
          Backend.of(
              platform,
              PasswordProfile.ASVS,
              new SecureRandom(),
              new Installation(true, RunningServer.AS_OF));
      HttpServerConfig config = HttpServerConfig.standard().withAddress(Address.LOOPBACK, 0);
      try (HttpService service = HttpService.start(config, backend)) {
        System.out.println("port " + service.port());
        while (System.in.read() >= 0) {
          // Whoever started it closes its input, or kills it.
        }
      }
    }
  }
}
