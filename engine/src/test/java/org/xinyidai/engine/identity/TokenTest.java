package org.xinyidai.engine.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenTest {
  private final Token token = Token.random(new SecureRandom());

  @Test
  void a_token_survives_being_written_down() {
    assertEquals(32, Token.of(token.reveal()).hash().length);
    assertEquals(token.reveal(), Token.of(token.reveal()).reveal());
  }

  @Test
  void two_tokens_differ() {
    assertNotEquals(token.reveal(), Token.random(new SecureRandom()).reveal());
  }

  @Test
  void a_token_does_not_print_itself() {
    assertFalse(token.toString().contains(token.reveal()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xyd_", "bearer", "xyd_????????????????????????????????????????????"})
  void other_text_is_no_token(String text) {
    assertThrows(IllegalArgumentException.class, () -> Token.of(text));
  }
}
