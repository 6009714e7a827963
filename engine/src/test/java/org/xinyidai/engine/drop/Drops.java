package org.xinyidai.engine.drop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinyidai.connectors.drop.Manifest;
import org.xinyidai.connectors.seal.Sm3;

/** Drops files as a producer does: under another name first, the manifest last. */
public final class Drops {
  private Drops() {}

  public static void put(Path drop, String name, String content, String feed, long count)
      throws IOException {
    rename(drop, name, content);
    rename(
        drop,
        name + Manifest.SUFFIX,
        "{\"feed\":\"%s\",\"count\":%d,\"sm3\":\"%s\",\"source\":\"tax-office\"}"
            .formatted(feed, count, Sm3.of(content.getBytes(UTF_8))));
  }

  private static void rename(Path drop, String name, String content) throws IOException {
    Path written = Files.writeString(drop.resolve("." + name + ".tmp"), content);
    Files.move(written, drop.resolve(name));
  }
}
