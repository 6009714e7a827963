package org.xinyidai.benchmarks.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The bill of materials that the build has just written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BillOfMaterialsTest {
  /** Licences of which one is enough to ship a library with ours. */
  private static final Pattern FREE =
      Pattern.compile(
          "Apache-2\\.0|MIT|BSD-[234]-Clause|EPL-[12]\\.0|Eclipse Public License \\(EPL\\) 2\\.0|Mozilla Public License Version 2\\.0|Unicode-3\\.0|CC0-1\\.0|"
              + "Bouncy Castle Licence|.*CDDL-1\\.0.*");

  private static JsonNode components;

  @BeforeAll
  static void read() throws IOException {
    Path file = SourceTree.top().resolve("target").resolve("bom.json");
    assumeTrue(Files.exists(file), "no bill of materials: it is written by mvn package or verify");
    components = new ObjectMapper().readTree(file.toFile()).path("components");
  }

  @Test
  void the_libraries_that_carry_the_product_are_named_with_their_pinned_versions()
      throws IOException {
    Map<String, String> versions = new TreeMap<>();
    components.forEach(
        part -> versions.put(part.path("name").asText(), part.path("version").asText()));
    assertEquals(pinned("rocksdb"), versions.get("rocksdbjni"));
    assertEquals(pinned("tribuo"), versions.get("tribuo-core"));
    assertEquals(pinned("vertx"), versions.get("vertx-core"));
  }

  @Test
  void every_library_has_a_licence_under_which_it_may_be_shipped() {
    List<String> faults = new ArrayList<>();
    for (JsonNode part : components) {
      boolean ours = part.path("group").asText().equals("org.xinyidai");
      if (!ours && licences(part).stream().noneMatch(name -> FREE.matcher(name).matches())) {
        faults.add(part.path("name").asText() + ": " + licences(part));
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(components.size() > 50, "only " + components.size());
  }

  private static List<String> licences(JsonNode part) {
    List<String> names = new ArrayList<>();
    for (JsonNode entry : part.path("licenses")) {
      JsonNode licence = entry.path("license");
      names.add(
          licence.has("id")
              ? licence.path("id").asText()
              : licence.path("name").asText(entry.path("expression").asText()));
    }
    return names;
  }

  private static String pinned(String name) throws IOException {
    Matcher version =
        Pattern.compile("<" + name + "\\.version>([^<]+)<")
            .matcher(Files.readString(SourceTree.top().resolve("pom.xml")));
    assertTrue(version.find(), name);
    return version.group(1);
  }
}
