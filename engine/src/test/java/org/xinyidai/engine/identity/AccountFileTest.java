package org.xinyidai.engine.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountFileTest {
  private static final String USCC = "91350100M000100Y43";

  @TempDir Path folder;

  private final Token token = Token.random(new SecureRandom());
  private final Token invitation = Token.random(new SecureRandom());

  @Test
  void each_account_is_written_with_its_role_name_code_and_token() throws IOException {
    Path file = folder.resolve("demo-accounts.json");
    AccountFile.write(
        file,
        List.of(
            new IssuedAccount(new Account("1", Role.ENTERPRISE, "福州示例公司", USCC), token),
            new IssuedAccount(new Account("2", Role.OFFICE, "金融办", "office"), token)),
        Map.of("2", invitation));

    JsonNode entries = new ObjectMapper().readTree(file.toFile());
    assertEquals("enterprise", entries.get(0).get("role").asText());
    assertEquals("福州示例公司", entries.get(0).get("name").asText());
    assertEquals(USCC, entries.get(0).get("uscc").asText());
    assertEquals(token.reveal(), entries.get(0).get("token").asText());
    assertEquals("office", entries.get(1).get("role").asText());
    assertEquals(true, entries.get(1).get("uscc").isNull());
    assertEquals(true, entries.get(0).get("invitation").isNull());
    assertEquals(invitation.reveal(), entries.get(1).get("invitation").asText());
  }

  @Test
  void only_the_owner_may_read_it_even_where_an_open_file_stood_before() throws IOException {
    Path file = folder.resolve("demo-accounts.json");
    Files.writeString(file, "[]");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    AccountFile.write(file, List.of(), Map.of());

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }
}
