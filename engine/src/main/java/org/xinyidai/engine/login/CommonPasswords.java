package org.xinyidai.engine.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that guessers try first (常见口令), and what people make of them. */
final class CommonPasswords {
  private static final Set<String> WORDS = read();

  private CommonPasswords() {}

  /**
   * Whether a password is a common word but for digits and signs around it and letters written as
   * look-alikes.
   *
   * @param small in small letters
   */
  static boolean contain(String small) {
    String plain =
        small
            .replace('@', 'a')
            .replace('0', 'o')
            .replace('1', 'i')
            .replace('3', 'e')
            .replace('$', 's');
    String core = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    String bare = small.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return WORDS.contains(small) || WORDS.contains(core) || WORDS.contains(bare);
  }

  private static Set<String> read() {
    try (InputStream file = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its list of common passwords");
      }
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
