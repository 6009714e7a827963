package org.xinyidai.engine.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.xinyidai.connectors.seal.Sm3;

/**
 * The text that an enterprise agrees to (授权书文本). A version that was ever agreed to is never
 * changed: a new wording is a new version in a file of its own.
 *
 * @param digest SM3 over the Chinese text, in hexadecimal
 */
public record ConsentText(int version, String zh, String en, String digest) {
  private static final int LATEST = 1;

  /** Read once: it is asked for on the event loop, where no file may be opened. */
  private static final ConsentText CURRENT = latest();

  /** The version that is agreed to now. */
  public static ConsentText current() {
    return CURRENT;
  }

  private static ConsentText latest() {
    String zh = read("consent-" + LATEST + ".zh.txt");
    return new ConsentText(
        LATEST, zh, read("consent-" + LATEST + ".en.txt"), Sm3.of(zh.getBytes(UTF_8)));
  }

  private static String read(String name) {
    try (InputStream file = ConsentText.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
