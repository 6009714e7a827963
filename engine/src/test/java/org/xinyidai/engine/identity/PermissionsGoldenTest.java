package org.xinyidai.engine.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The whole table of permissions beside the one that was agreed: no role gains or loses a right
 * unless the file {@code permissions.txt} says so too.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionsGoldenTest {
  private static final String AGREED = "permissions.txt";

  @Test
  void no_role_reaches_further_or_less_far_than_was_agreed() throws IOException {
    List<String> found =
        Arrays.stream(Operation.values()).map(PermissionsGoldenTest::line).toList();
    Path written = Files.write(Path.of("target", AGREED), found, UTF_8);

    List<String> added = new ArrayList<>(found);
    added.removeAll(agreed());
    List<String> gone = new ArrayList<>(agreed());
    gone.removeAll(found);
    assertEquals(gone, added, "if this is meant, put " + written + " in the place of " + AGREED);
  }

  private static String line(Operation operation) {
    Rule rule = Permissions.of(operation).orElseThrow();
    if (rule.isOpen()) {
      return operation.id() + ": anyone";
    }
    String roles =
        Arrays.stream(Role.values())
            .filter(role -> rule.reach(role) != Reach.NONE)
            .map(role -> role.id() + " " + small(rule.reach(role)))
            .collect(Collectors.joining(", "));
    return operation.id() + ": " + roles + "; a district's office " + small(rule.ofDistricts());
  }

  private static String small(Reach reach) {
    return reach.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> agreed() throws IOException {
    try (InputStream file = PermissionsGoldenTest.class.getResourceAsStream(AGREED)) {
      return new String(Objects.requireNonNull(file, AGREED).readAllBytes(), UTF_8)
          .lines()
          .toList();
    }
  }
}
